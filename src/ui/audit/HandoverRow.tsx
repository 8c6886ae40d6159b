import { Button, Checkbox, VisuallyHidden } from "@mantine/core";
import { type KeyboardEvent, useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { changeConnection } from "#model/commands/connections.ts";
import type { HandedOver } from "#model/handovers.ts";
import type { Handover, Touchpoint } from "#model/journey-map.ts";
import { isWrittenDown } from "#model/queries.ts";
import { durationText } from "../duration-text.ts";
import list from "../lists/list-table.module.css";
import { OwnerLetter } from "../lists/OwnerLetter.tsx";
import { useEditor } from "../map/open-map.ts";
import { Agreement, type AgreementField, agreementFields } from "../panels/details/Agreement.tsx";
import { leavesByEscape } from "../shell/leaves-by-escape.ts";
import classes from "./desk-table.module.css";

interface HandoverRowProps {
  readonly handover: HandedOver;
  /** The field with which one began to agree; null: the row is only read. */
  readonly open: AgreementField | null;
  onOpen(first: AgreementField): void;
  onClose(): void;
  /** Goes on to the handover below; null for the last one. */
  readonly onNext: (() => void) | null;
  onShow(): void;
}

/** A handover; a click on what is agreed opens its fields below it. */
export function HandoverRow({ handover: row, open, onOpen, onClose, onNext, onShow }: HandoverRowProps) {
  const { t, i18n } = useTranslation();
  const editor = useEditor();
  const formId = useId();
  const cells = useRef<HTMLTableRowElement>(null);
  const { connection, from, to, state } = row;
  const titleOf = ({ title }: Touchpoint) => title.trim() || t("kind.untitled");
  const ends = { from: titleOf(from), to: titleOf(to) };
  const canConfirm = connection.handover?.confirmed || isWrittenDown(connection.handover);
  const confirm = (handover: Handover, confirmed: boolean) =>
    editor.dispatch(changeConnection([connection.id], { handover: { ...handover, confirmed } }));

  function close(): void {
    // The form takes the keyboard along when it goes.
    cells.current?.querySelector<HTMLElement>(`[data-field="${open}"]`)?.focus();
    onClose();
  }

  return (
    <>
      <tr ref={cells} data-open={open !== null || undefined}>
        <td>
          <button type="button" className={`${list.link} ${classes.lead}`} onClick={onShow}>
            <OwnerLetter owner={from.owner} /> {ends.from}
          </button>
        </td>
        <td>
          <OwnerLetter owner={to.owner} /> {ends.to}
        </td>
        <td>
          <span className={`${list.pill} ${classes.state}`} data-state={state}>
            {t(`report.handover.${state}`)}
          </span>
        </td>
        {agreementFields.map((field) => {
          const text = agreedText(connection.handover, field, i18n.language);
          return (
            <td key={field} className={field === "timeLimit" ? list.unbroken : undefined}>
              <button
                type="button"
                className={classes.agreed}
                data-field={field}
                data-none={text === "" || undefined}
                aria-label={t("auditPage.agree", {
                  ...ends,
                  field: t(`details.${field}`),
                  text: text || t("auditPage.notAgreed"),
                })}
                aria-expanded={open !== null}
                aria-controls={open === null ? undefined : formId}
                onClick={() => (open === null ? onOpen(field) : close())}
              >
                {text || t("auditPage.writeDown")}
              </button>
            </td>
          );
        })}
        <td>
          <Checkbox
            aria-label={t("auditPage.confirmed", ends)}
            checked={connection.handover?.confirmed ?? false}
            title={canConfirm ? undefined : t("auditPage.writeDownFirst")}
            // Nothing can be confirmed where nothing is written down.
            disabled={!canConfirm}
            onChange={(event) =>
              connection.handover && confirm(connection.handover, event.currentTarget.checked)
            }
          />
        </td>
      </tr>
      {open !== null && (
        <tr id={formId} className={classes.formRow}>
          <td colSpan={4 + agreementFields.length}>
            <AgreementForm
              name={t("auditPage.agreement", ends)}
              row={row}
              first={open}
              onClose={close}
              onNext={onNext}
            />
          </td>
        </tr>
      )}
    </>
  );
}

function agreedText(handover: Handover | null, field: AgreementField, language: string): string {
  if (field !== "timeLimit") return handover?.[field].trim() ?? "";
  return handover?.timeLimit == null ? "" : durationText(handover.timeLimit, language);
}

interface AgreementFormProps extends Pick<HandoverRowProps, "onClose" | "onNext"> {
  readonly name: string;
  readonly row: HandedOver;
  readonly first: AgreementField;
}

function AgreementForm({ name, row, first, onClose, onNext }: AgreementFormProps) {
  const { t } = useTranslation();
  const closeOnEscape = (event: KeyboardEvent) => {
    if (!leavesByEscape(event)) return;
    event.stopPropagation();
    onClose();
  };
  return (
    <fieldset className={classes.form} onKeyDown={closeOnEscape}>
      <VisuallyHidden component="legend">{name}</VisuallyHidden>
      <Agreement connection={row.connection} first={first} />
      <div className={classes.formEnd}>
        <Button size="sm" variant="default" onClick={onClose}>
          {t("auditPage.agreed")}
        </Button>
        {onNext && (
          <Button size="sm" variant="subtle" onClick={onNext}>
            {t("auditPage.nextHandover")}
          </Button>
        )}
      </div>
    </fieldset>
  );
}
