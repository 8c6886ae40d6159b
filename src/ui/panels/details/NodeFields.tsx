import { memo } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { changeField } from "#model/commands/nodes.ts";
import { type Field, fieldSections, type NodeKind } from "#model/fields.ts";
import type { Id } from "#model/journey-map.ts";
import { useEditor, useEditorState } from "../../map/open-map.ts";
import classes from "./Details.module.css";
import { fieldControls } from "./field-controls.tsx";
import { sharedFields, sharedValue } from "./shared-value.ts";

interface NodeFieldsProps {
  readonly ids: readonly Id[];
  readonly kinds: readonly NodeKind[];
}

/** The fields that the nodes share, by section. */
export function NodeFields({ ids, kinds }: NodeFieldsProps) {
  const { t } = useTranslation();
  const fields = sharedFields(kinds);
  return fieldSections.map((section) => {
    const own = fields.filter(([, field]) => field.section === section);
    if (own.length === 0) return null;
    // The first one needs no heading to be seen under that of the panel, and what is below needs the room.
    const isLead = section === fieldSections[0];
    return (
      <section
        key={section}
        className={isLead ? classes.lead : classes.section}
        aria-label={t(`details.section.${section}`)}
      >
        {!isLead && <h3 className={classes.sectionTitle}>{t(`details.section.${section}`)}</h3>}
        {own.map(([name, field]) => (
          <FieldRow key={`${ids.join()}:${name}`} name={name} field={field} ids={ids} />
        ))}
      </section>
    );
  });
}

interface FieldRowProps {
  readonly name: string;
  readonly field: Field<unknown>;
  readonly ids: readonly Id[];
}

/** Re-renders only when its own value changed: while somebody types, all other fields rest. */
const FieldRow = memo(function FieldRow({ name, field, ids }: FieldRowProps) {
  const text = useText();
  const editor = useEditor();
  const value = useEditorState(({ map }) => sharedValue(map, ids, name));
  const { component: Control, isTyped } = fieldControls[field.control];
  // Gone within this very render: whoever shows the selection follows at once.
  if (value === undefined) return null;
  return (
    <Control
      name={name}
      label={text(`field.${name}`)}
      field={field}
      ids={ids}
      value={value}
      onChange={(next) =>
        editor.dispatch(
          changeField(editor.store.getState().map, ids, name, next, isTyped ? "details" : undefined),
        )
      }
      onLeave={editor.endMerge}
    />
  );
});
