import { Modal, NumberInput, Switch } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { rules } from "#model/audit/rules.ts";
import { auditLimits, auditSettingsOf } from "#model/audit-settings.ts";
import { changeAuditSettings } from "#model/commands/triage.ts";
import type { JourneyMap } from "#model/journey-map.ts";
import { useEditor } from "../map/open-map.ts";
import classes from "./RulesDialog.module.css";

interface RulesDialogProps {
  readonly map: JourneyMap;
  readonly isOpen: boolean;
  onClose(): void;
}

/** What the audit of this map looks for: each rule with its reason, what it leaves out, and a switch. */
export function RulesDialog({ map, isOpen, onClose }: RulesDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={isOpen} onClose={onClose} title={t("auditPage.rulesOf")} size="xl">
      <p className={classes.hint}>{t("auditPage.rulesHint")}</p>
      <Limits map={map} />
      <ul className={classes.rules}>
        {rules.map(({ id }) => (
          <RuleRow key={id} map={map} ruleId={id} />
        ))}
      </ul>
    </Modal>
  );
}

const limits = ["mostTouchpoints", "mostMoments"] as const;

function Limits({ map }: { readonly map: JourneyMap }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const settings = auditSettingsOf(map);
  return (
    <div className={classes.limits}>
      {limits.map((name) => (
        <NumberInput
          key={name}
          size="sm"
          label={t(`auditPage.${name}`)}
          min={auditLimits[name].minimum}
          max={auditLimits[name].maximum}
          value={settings[name]}
          onChange={(value) => {
            const number = Math.round(Number(value));
            if (value !== "" && number >= auditLimits[name].minimum)
              editor.dispatch(changeAuditSettings(map, { [name]: number }));
          }}
        />
      ))}
    </div>
  );
}

function RuleRow({ map, ruleId }: { readonly map: JourneyMap; readonly ruleId: string }) {
  const { t } = useTranslation();
  const text = useText();
  const editor = useEditor();
  const { rulesOff } = auditSettingsOf(map);
  const rule = rules.find(({ id }) => id === ruleId);
  const isOn = !rulesOff.includes(ruleId);
  const toggle = () =>
    editor.dispatch(
      changeAuditSettings(map, {
        rulesOff: isOn ? [...rulesOff, ruleId] : rulesOff.filter((id) => id !== ruleId),
      }),
    );
  return (
    <li className={classes.rule} data-off={!isOn || undefined}>
      <Switch
        size="sm"
        checked={isOn}
        onChange={toggle}
        label={
          <>
            <strong>{text(`rule.${ruleId}.name`)}</strong>{" "}
            <span className={classes.hint}>{rule && t(`audit.severity.${rule.severity}`)}</span>
          </>
        }
      />
      <p>{text(`rule.${ruleId}.why`)}</p>
      <p className={classes.hint}>{t("auditPage.notReported", { what: text(`rule.${ruleId}.not`) })}</p>
    </li>
  );
}
