import { Text, UnstyledButton, VisuallyHidden } from "@mantine/core";
import { ArrowRight, Minus, MoveRight, Pencil, Plus } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import type { Difference, DifferenceType } from "#model/compare.ts";
import type { Id } from "#model/journey-map.ts";
import { kindIcons } from "../kind-icons.ts";
import { useJourneyMap } from "../map/open-map.ts";
import classes from "./Differences.module.css";
import {
  type ComparisonWords,
  differenceName,
  fieldWords,
  kindName,
  nodesToShow,
} from "./difference-words.ts";
import { fieldLabel, isNodeKind } from "./value-text.ts";

interface DifferenceListProps {
  readonly words: ComparisonWords;
  readonly differences: readonly Difference[];
  /** Shows nodes of the present map. */
  onShow(nodeIds: readonly Id[]): void;
}

const typeIcons = { added: Plus, removed: Minus, changed: Pencil, moved: MoveRight } as const;
/** Whoever tidied up moved everything: a list of more is folded. */
const MOST_OPEN = 8;

/** What differs between two states, in groups: responsibility first. */
export function DifferenceList({ words, differences, onShow }: DifferenceListProps) {
  const { t } = useTranslation();
  const textOf = useText();
  return groupsOf(differences).map((entries) => {
    const [{ group, type } = { group: "nodes", type: "changed" } as const] = entries;
    const Icon = typeIcons[type];
    const heading = t("versions.compare.heading", {
      group: textOf(`versions.compare.group.${group}`),
      type: textOf(`versions.compare.type.${type}`),
    });
    return (
      <details
        key={`${group} ${type}`}
        className={classes.group}
        open={type !== "moved" || entries.length <= MOST_OPEN}
      >
        <summary className={classes.heading} data-type={type}>
          <Icon size="1rem" aria-hidden />
          <h3 className={classes.groupName}>{heading}</h3>
          <span className={classes.count}>{entries.length}</span>
        </summary>
        <ul className={classes.entries} aria-label={heading}>
          {entries.map((difference) => (
            <Entry
              key={`${difference.kind} ${difference.id}`}
              words={words}
              difference={difference}
              onShow={onShow}
            />
          ))}
        </ul>
      </details>
    );
  });
}

/** Runs of the same group and type, as they come. */
function groupsOf(differences: readonly Difference[]): readonly (readonly Difference[])[] {
  const groups = new Map<string, Difference[]>();
  for (const difference of differences) {
    const key = `${difference.group} ${difference.type satisfies DifferenceType}`;
    groups.set(key, [...(groups.get(key) ?? []), difference]);
  }
  return [...groups.values()];
}

interface EntryProps {
  readonly words: ComparisonWords;
  readonly difference: Difference;
  onShow(nodeIds: readonly Id[]): void;
}

function Entry({ words, difference, onShow }: EntryProps) {
  const { t } = useTranslation();
  const present = useJourneyMap();
  const name = differenceName(words, difference);
  const nodeIds = nodesToShow(present, words, difference);
  // Where exactly on the page says nothing to a reader; the picture shows it.
  const fields = difference.fields.filter(({ field }) => field !== "position");
  const Icon = isNodeKind(difference.kind) ? kindIcons[difference.kind] : null;
  const title = (
    <>
      {Icon && <Icon size="1rem" className={classes.icon} aria-hidden />}
      <span className={classes.kind}>{kindName(words, difference)}:</span> <bdi>{name}</bdi>
    </>
  );
  return (
    <li className={classes.entry}>
      {nodeIds.length > 0 ? (
        <UnstyledButton
          className={classes.title}
          aria-label={t("versions.compare.show", { name: `${kindName(words, difference)}: ${name}` })}
          onClick={() => onShow(nodeIds)}
        >
          {title}
        </UnstyledButton>
      ) : (
        <span className={classes.title}>{title}</span>
      )}
      {fields.length > 0 && (
        <dl className={classes.fields}>
          {fields.map((field) => (
            <Field key={field.field} words={words} difference={difference} field={field} />
          ))}
        </dl>
      )}
    </li>
  );
}

interface FieldProps {
  readonly words: ComparisonWords;
  readonly difference: Difference;
  readonly field: Difference["fields"][number];
}

function Field({ words, difference, field }: FieldProps) {
  const { t } = useTranslation();
  const textOf = useText();
  const { before, after, isPartial, isReordered } = fieldWords(words, difference, field);
  const hasBefore = before.length > 0 || !isPartial;
  const hasAfter = after.length > 0 || !isPartial;
  return (
    <div className={classes.field}>
      <dt>{fieldLabel(textOf, difference.kind, field)}</dt>
      <dd className={classes.values}>
        {isReordered ? (
          t("versions.compare.reordered")
        ) : (
          <>
            {hasBefore && <Value texts={before} isBefore />}
            {hasBefore && hasAfter && <ArrowRight size="0.9rem" className={classes.arrow} aria-hidden />}
            {hasAfter && <Value texts={after} />}
          </>
        )}
      </dd>
    </div>
  );
}

function Value({
  texts,
  isBefore = false,
}: {
  readonly texts: readonly string[];
  readonly isBefore?: boolean;
}) {
  const { t } = useTranslation();
  const Mark = isBefore ? "del" : "ins";
  return (
    <span className={classes.value}>
      <VisuallyHidden>{t(isBefore ? "versions.compare.from" : "versions.compare.to")} </VisuallyHidden>
      {texts.length === 0 ? (
        <Text component="span" inherit c="var(--dk-inkSoft)" fs="italic">
          {t("versions.compare.empty")}
        </Text>
      ) : (
        texts.map((text, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same text may stand in a list twice.
          <Mark key={index} className={classes.text} dir="auto">
            {text}
          </Mark>
        ))
      )}
    </span>
  );
}
