import { Button, TextInput } from "@mantine/core";
import { UserPlus } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addPerson } from "#model/commands/people.ts";
import { newPerson } from "#model/new-objects.ts";
import { useEditor } from "../../map/open-map.ts";
import { useServices } from "../../services.ts";
import { ownUndo } from "../../shell/live-dialog.ts";
import classes from "./People.module.css";

export function AddPerson() {
  const { t } = useTranslation();
  const editor = useEditor();
  const { newId } = useServices();
  const [name, setName] = useState("");
  const isBlank = name.trim() === "";
  return (
    <form
      className={classes.add}
      onSubmit={(event) => {
        event.preventDefault();
        if (isBlank) return;
        editor.dispatch(addPerson(newPerson(newId(), name.trim())));
        setName("");
      }}
    >
      <TextInput
        className={classes.addName}
        label={t("people.newName")}
        value={name}
        {...(isBlank ? {} : ownUndo)}
        onChange={(event) => setName(event.currentTarget.value)}
      />
      <Button type="submit" disabled={isBlank} leftSection={<UserPlus size="1rem" aria-hidden />}>
        {t("people.add")}
      </Button>
    </form>
  );
}
