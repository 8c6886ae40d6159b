import { Combobox, TextInput, useCombobox } from "@mantine/core";
import { Plus } from "lucide-react";
import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { assignManager } from "#model/commands/nodes.ts";
import { addManager } from "#model/commands/people.ts";
import type { Id, Person } from "#model/journey-map.ts";
import { newPerson } from "#model/new-objects.ts";
import { foldForSearch, peopleInOrder } from "#model/queries.ts";
import { useEditor, useJourneyMap } from "../../map/open-map.ts";
import { useServices } from "../../services.ts";

interface ManagerPickerProps {
  nodeIds: readonly Id[];
  /** Accessible name of the input. */
  label: string;
  /** Whether "nobody" is on offer. */
  canClear?: boolean;
  /** Whether it stays when the keyboard goes elsewhere; in a dialog there is nothing else. */
  staysOnBlur?: boolean;
  /**
   * Called before the change is dispatched, so that whoever shows the list knows what it was. `assign` returns
   * whether it changed anything.
   */
  onPick(assign: () => boolean): void;
  onCancel(how: "escape" | "blur"): void;
}

const ADD = "add";
const NOBODY = "nobody";
const PERSON = "person:";

/** A searchable list of people, with the name that was typed as the last entry; takes the keyboard at once. */
export function ManagerPicker(props: ManagerPickerProps) {
  const { nodeIds, label, canClear = false, staysOnBlur = false, onPick, onCancel } = props;
  const { t } = useTranslation();
  const { newId } = useServices();
  const editor = useEditor();
  const map = useJourneyMap();
  const [search, setSearch] = useState("");
  const combobox = useCombobox({ defaultOpened: true });
  const people = matching(peopleInOrder(map), search);
  const name = search.trim();
  const canAdd = name !== "" && !people.some((person) => foldForSearch(person.name) === foldForSearch(name));

  // biome-ignore lint/correctness/useExhaustiveDependencies: the list is another one whenever the search is.
  useEffect(() => {
    if (search !== "") combobox.selectFirstOption();
    else combobox.resetSelectedOption();
  }, [search]);

  const submit = (value: string) =>
    onPick(() => {
      const { map: present } = editor.store.getState();
      if (value === ADD) return editor.dispatch(addManager(newPerson(newId(), name), nodeIds));
      const id = value === NOBODY ? null : value.slice(PERSON.length);
      return editor.dispatch(assignManager(present, nodeIds, id));
    });

  return (
    <Combobox store={combobox} onOptionSubmit={submit} shadow="md" width={280} position="bottom-start">
      <Combobox.Target>
        <TextInput
          data-autofocus
          size="xs"
          ref={focusOnce}
          aria-label={label}
          placeholder={t("audit.searchPeople")}
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          onFocus={() => combobox.openDropdown()}
          onClick={() => combobox.openDropdown()}
          onBlur={() => !staysOnBlur && onCancel("blur")}
          onKeyDown={(event) => {
            if (event.key === "Escape") {
              event.stopPropagation();
              onCancel("escape");
            }
            // Enter may come before the list has marked its first entry: that one is meant.
            if (event.key !== "Enter" || search === "" || combobox.getSelectedOptionIndex() !== -1) return;
            const [first] = people;
            if (first) submit(PERSON + first.id);
            else if (canAdd) submit(ADD);
          }}
        />
      </Combobox.Target>
      <Combobox.Dropdown>
        <Combobox.Options mah={260} style={{ overflowY: "auto" }} aria-label={label}>
          {people.map((person) => (
            <Combobox.Option key={person.id} value={PERSON + person.id}>
              {person.name}
            </Combobox.Option>
          ))}
          {canAdd && (
            <Combobox.Option value={ADD}>
              <Plus size="0.875rem" aria-hidden /> {t("audit.addPerson", { name })}
            </Combobox.Option>
          )}
          {canClear && search === "" && (
            <Combobox.Option value={NOBODY}>{t("audit.noManager")}</Combobox.Option>
          )}
          {people.length === 0 && !canAdd && <Combobox.Empty>{t("audit.noPeople")}</Combobox.Empty>}
        </Combobox.Options>
      </Combobox.Dropdown>
    </Combobox>
  );
}

/** The picker appears where a button was: the keyboard must not fall to the top of the page. */
function focusOnce(input: HTMLInputElement | null): void {
  input?.focus({ preventScroll: true });
}

function matching(people: readonly Person[], search: string): readonly Person[] {
  const words = foldForSearch(search).split(/\s+/u).filter(Boolean);
  return people.filter(({ name }) => words.every((word) => foldForSearch(name).includes(word)));
}
