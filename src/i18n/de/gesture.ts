/** What keys do on the map beside the actions. */
export const gesture = {
  heading: "Erfassen ohne Maus",
  below: "Noch einer derselben Art darunter (ein Touchpoint: in derselben Phase)",
  next: "Nächster Touchpoint rechts daneben, verbunden (bei einer Persona: eine Journey)",
  write:
    "Titel des Ausgewählten schreiben (M, V, S und I setzen den Bereich: für einen Titel, der so beginnt, Umschalt halten)",
  finish: "Titel abschließen; Esc nimmt ihn zurück",
  rate: "Bewerten, von enttäuschend bis begeisternd",
  go: "Zum nächsten Knoten gehen",
  extend: "Einen weiteren Knoten auswählen",
  move: "Auswahl verschieben",
  paste: "Eine kopierte Liste wird zu Touchpoints, einer pro Zeile",
  leave: "Nichts auswählen; danach führt Tab durch die Seite",
  pan: "Gedrückt halten und ziehen verschiebt die Ansicht, ebenso die rechte Maustaste",
};
