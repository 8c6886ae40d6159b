import { Button, VisuallyHidden } from "@mantine/core";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Coverage } from "#model/audit/audit.ts";
import { disciplines } from "#model/discipline.ts";
import type { Id, JourneyMap, MapNode, Owner } from "#model/journey-map.ts";
import { isCounted, peopleInOrder } from "#model/queries.ts";
import { nodesInReadingOrder } from "#model/reading-order.ts";
import { OwnerMark } from "../../lists/OwnerLetter.tsx";
import styles from "./audit.module.css";

interface CountsProps {
  map: JourneyMap;
  coverage: Coverage;
  onSelect(nodeIds: readonly Id[]): void;
}

/** How many nodes each discipline does the work for; a click selects them. */
export function DisciplineCounts({ map, coverage, onSelect }: CountsProps) {
  const { t } = useTranslation();
  const select = (owner: Owner) => onSelect(idsWhere(map, (node) => node.owner === owner));
  return (
    <fieldset className={styles.group} aria-label={t("audit.byDiscipline")}>
      <h3 className={styles.subheading}>{t("audit.byDiscipline")}</h3>
      <div className={styles.disciplines}>
        {disciplines.map((discipline) => (
          <CountButton
            key={discipline}
            count={coverage.byDiscipline[discipline]}
            onClick={() => select(discipline)}
            owner={discipline}
            name={t(`common.discipline.${discipline}`)}
          />
        ))}
        <CountButton
          count={coverage.counted - coverage.withOwner}
          onClick={() => select(null)}
          owner={null}
          name={t("common.discipline.nobody")}
        />
      </div>
    </fieldset>
  );
}

/** So many people are shown before the rest is folded away. */
const SHOWN_PEOPLE = 12;

/** How many nodes each person answers for, the most loaded first; people with none are in it too. */
export function ManagerCounts({ map, coverage, onSelect }: CountsProps) {
  const { t } = useTranslation();
  const [isOpen, setIsOpen] = useState(false);
  const people = peopleInOrder(map).toSorted((a, b) => countOf(coverage, b.id) - countOf(coverage, a.id));
  const shown = isOpen ? people : people.slice(0, SHOWN_PEOPLE);
  const select = (id: Id | null) => onSelect(idsWhere(map, ({ managerId }) => managerId === id));
  return (
    <fieldset className={styles.group} aria-label={t("audit.byManager")}>
      <h3 className={styles.subheading}>{t("audit.byManager")}</h3>
      <div className={styles.managers}>
        {shown.map(({ id, name }) => (
          <CountButton key={id} count={countOf(coverage, id)} name={name} onClick={() => select(id)} />
        ))}
        <CountButton
          count={coverage.counted - coverage.withManager}
          owner={null}
          name={t("audit.noManager")}
          onClick={() => select(null)}
        />
      </div>
      {people.length > SHOWN_PEOPLE && (
        <Button variant="subtle" size="compact-xs" aria-expanded={isOpen} onClick={() => setIsOpen(!isOpen)}>
          {isOpen ? t("audit.fewerManagers") : t("audit.moreManagers", { count: people.length })}
        </Button>
      )}
    </fieldset>
  );
}

interface CountButtonProps {
  count: number;
  name: string;
  /** Shown beside the name, if it is about one. */
  owner?: Owner;
  onClick(): void;
}

function CountButton({ count, name, owner, onClick }: CountButtonProps) {
  const { t } = useTranslation();
  return (
    <button type="button" className={styles.count} disabled={count === 0} onClick={onClick}>
      {owner !== undefined && <OwnerMark owner={owner} />}
      <span className={styles.countName}>{name}</span>{" "}
      <span className={styles.countNumber}>
        {count} <VisuallyHidden>{t("audit.nodes", { count })}</VisuallyHidden>
      </span>
    </button>
  );
}

function countOf({ byManager }: Coverage, id: Id): number {
  return byManager.get(id) ?? 0;
}

function idsWhere(map: JourneyMap, isMeant: (node: MapNode) => boolean): readonly Id[] {
  return nodesInReadingOrder(map)
    .filter((node) => isCounted(node) && isMeant(node))
    .map(({ id }) => id);
}
