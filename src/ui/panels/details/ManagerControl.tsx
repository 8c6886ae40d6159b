import { addManager } from "#model/commands/people.ts";
import type { Id } from "#model/journey-map.ts";
import { newPerson } from "#model/new-objects.ts";
import { useEditor } from "../../map/open-map.ts";
import { useServices } from "../../services.ts";
import type { ControlProps } from "./control-props.ts";
import { PersonSelect } from "./PersonSelect.tsx";

export function ManagerControl({ label, ids, value, onChange }: ControlProps<Id | null>) {
  const editor = useEditor();
  const { newId } = useServices();
  return (
    <PersonSelect
      label={label}
      value={value}
      onPick={onChange}
      onAdd={(name) => editor.dispatch(addManager(newPerson(newId(), name), ids))}
    />
  );
}
