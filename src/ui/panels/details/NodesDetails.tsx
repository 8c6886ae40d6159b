import { Button } from "@mantine/core";
import { Layers } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import { auditOf } from "#model/audit/audit.ts";
import { thingOf } from "#model/commands/command.ts";
import { convertNode } from "#model/commands/nodes.ts";
import { nodeKinds } from "#model/fields.ts";
import type { Id, MapNode, Note } from "#model/journey-map.ts";
import { kindIcons } from "../../kind-icons.ts";
import { useEditor, useJourneyMap } from "../../map/open-map.ts";
import { useToday } from "../../today.ts";
import classes from "./Details.module.css";
import { NodeConnections } from "./NodeConnections.tsx";
import { NodeFields } from "./NodeFields.tsx";
import { NodePlan } from "./NodePlan.tsx";
import { kindsOf } from "./shared-value.ts";

/** One or several selected nodes. */
export function NodesDetails({ ids }: { readonly ids: readonly Id[] }) {
  const map = useJourneyMap();
  const nodes = ids.map((id) => map.nodes[id]).filter((node) => node !== undefined);
  const [only] = nodes.length === 1 ? nodes : [];
  return (
    <>
      {only ? <NodeHead node={only} /> : <ManyHead nodes={nodes} />}
      <NodeFields ids={ids} kinds={kindsOf(nodes)} />
      {only?.kind === "touchpoint" && <NodePlan touchpoint={only} />}
      {only && <NodeConnections nodeId={only.id} />}
    </>
  );
}

function NodeHead({ node }: { readonly node: MapNode }) {
  const { t } = useTranslation();
  const Icon = kindIcons[node.kind];
  return (
    <>
      <h2 className={classes.title}>
        <Icon size="1.25rem" aria-hidden />
        {t(`kind.${node.kind}`)}
      </h2>
      <Findings nodeId={node.id} />
      {node.kind === "note" && <TurnInto note={node} />}
    </>
  );
}

function ManyHead({ nodes }: { readonly nodes: readonly MapNode[] }) {
  const { t } = useTranslation();
  const what = t(`things.${thingOf(nodes)}`, { count: nodes.length });
  return (
    <>
      <h2 className={classes.title}>
        <Layers size="1.25rem" aria-hidden />
        {t("details.selected", { what })}
      </h2>
      <p className={classes.hint}>{t("details.sharedOnly")}</p>
    </>
  );
}

function Findings({ nodeId }: { readonly nodeId: Id }) {
  const { t } = useTranslation();
  const text = useText();
  const findings = auditOf(useJourneyMap(), useToday()).findingsByNode.get(nodeId) ?? [];
  if (findings.length === 0) return null;
  return (
    <ul className={classes.findings} aria-label={t("details.findings")}>
      {findings.map(({ id, ruleId, severity }) => (
        <li key={id} className={classes.finding} data-severity={severity}>
          {text(`rule.${ruleId}.name`)}
        </li>
      ))}
    </ul>
  );
}

function TurnInto({ note }: { readonly note: Note }) {
  const { t } = useTranslation();
  const editor = useEditor();
  const kinds = nodeKinds.filter((kind) => kind !== "note");
  return (
    <fieldset className={classes.turnInto}>
      <legend>{t("details.turnInto")}</legend>
      {kinds.map((kind) => {
        const Icon = kindIcons[kind];
        return (
          <Button
            key={kind}
            variant="light"
            size="compact-md"
            leftSection={<Icon size="1rem" aria-hidden />}
            onClick={() =>
              editor.dispatch(convertNode(editor.store.getState().map, note.id, kind), [note.id])
            }
          >
            {t(`kind.${kind}`)}
          </Button>
        );
      })}
    </fieldset>
  );
}
