import { Button, SegmentedControl, Select, TextInput } from "@mantine/core";
import { Search } from "lucide-react";
import { type ReactNode, useDeferredValue, useMemo, useRef } from "react";
import { useTranslation } from "react-i18next";
import { useText } from "#i18n/i18n.ts";
import type { Audit, Finding } from "#model/audit/audit.ts";
import { type RuleScope, ruleScopes } from "#model/audit/rule.ts";
import { isSame } from "#model/is-same.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { findingSubject, findingText } from "../finding-words.ts";
import { EndOfList } from "../lists/EndOfList.tsx";
import { useDoubleClickGuard } from "../lists/use-double-click-guard.ts";
import { useShownCount } from "../lists/use-shown-count.ts";
import { useKeptState } from "../map/use-kept.ts";
import styles from "../panels/audit/audit.module.css";
import { useIsBack } from "../panels/audit/back-again.ts";
import { FindingItem } from "../panels/audit/FindingItem.tsx";
import { FindingKeys } from "../panels/audit/FindingKeys.tsx";
import { useFindingActions } from "../panels/audit/use-finding-actions.ts";
import { useFindingProps } from "../panels/audit/use-finding-rows.ts";
import { useTabStop } from "../panels/audit/use-tab-stop.ts";
import { useTriageKeys } from "../panels/audit/use-triage-keys.ts";
import classes from "./AuditPage.module.css";
import { FindingFigures } from "./FindingFigures.tsx";
import {
  type FindingGroup,
  type FindingState,
  filterFindings,
  type Grouping,
  groupFindings,
  groupings,
  noFilter,
  ruleIdsInOrder,
} from "./group-findings.ts";
import { useKeptFinding } from "./use-kept-place.ts";
import type { LastVersion } from "./use-last-version.ts";

interface FindingsDeskProps {
  readonly map: JourneyMap;
  readonly audit: Audit;
  readonly before: LastVersion | null;
  /** The rule for whose findings one came. */
  readonly asked: string | undefined;
  /** Stands beside the filters. */
  readonly settings: ReactNode;
  onShow(finding: Finding): void;
  /** Goes to where one agrees on a handover. */
  onAgree(connectionId: Id): void;
  announce(text: string): void;
}

/** All findings, filtered and in groups, to be worked off with the keyboard. */
export function FindingsDesk(props: FindingsDeskProps) {
  const { map, audit, before, asked, settings, onShow, onAgree, announce } = props;
  const { t, i18n } = useTranslation();
  const text = useText();
  const [grouping, setGrouping] = useKeptState<Grouping>("audit.grouping", "rule");
  const [state, setState] = useKeptState<FindingState>(
    "audit.state",
    "open",
    asked === undefined ? undefined : "open",
  );
  const [filter, setFilter] = useKeptState(
    "audit.filter",
    noFilter,
    asked === undefined ? undefined : { ...noFilter, ruleId: asked },
  );
  const isBack = useIsBack();
  const search = useDeferredValue(filter.search);
  const groups = useMemo(() => {
    const found = filterFindings(
      state === "dismissed" ? audit.dismissed : audit.findings,
      { ...filter, search, isBackOnly: state === "back" },
      {
        isBack,
        textOf: (finding) =>
          [
            findingSubject(text, map, finding),
            findingText(text, i18n.language, map, finding),
            text(`rule.${finding.ruleId}.name`),
          ].join(" "),
      },
    );
    return groupFindings(map, found, grouping);
  }, [audit, map, state, filter, search, grouping, isBack, text, i18n.language]);
  const shownFindings = useMemo(() => groups.flatMap(({ findings }) => findings), [groups]);
  const total = audit.findings.length;
  const all = state === "dismissed" ? audit.dismissed.length : total;
  const countText =
    shownFindings.length === all ? all : t("auditPage.shownOf", { shown: shownFindings.length, total: all });
  const searchField = useRef<HTMLInputElement>(null);
  const ruleIds = ruleIdsToChoose([...audit.findings, ...audit.dismissed], filter.ruleId);
  const isFiltered = state !== "open" || !isSame(filter, noFilter);
  const clear = () => {
    setState("open");
    setFilter(noFilter);
    // The button goes away under the keyboard.
    searchField.current?.focus();
  };

  return (
    <section aria-label={t("audit.findings")}>
      <div className={classes.head}>
        <h3 className={classes.heading} tabIndex={-1} data-findings-heading>
          {t("audit.findings")} <span className={styles.total}>{countText}</span>
        </h3>
        <FindingFigures
          audit={audit}
          before={before}
          state={state}
          severity={filter.severity}
          onState={setState}
          onSeverity={(severity) => setFilter({ ...filter, severity })}
        />
      </div>
      <div className={classes.filters}>
        <TextInput
          ref={searchField}
          size="sm"
          type="search"
          className={classes.search ?? ""}
          leftSection={<Search size="1rem" aria-hidden />}
          aria-label={t("auditPage.search")}
          placeholder={t("auditPage.search")}
          value={filter.search}
          onChange={(event) => setFilter({ ...filter, search: event.currentTarget.value })}
        />
        <Select
          size="sm"
          className={classes.rule ?? ""}
          comboboxProps={{ width: "22rem", position: "bottom-start" }}
          aria-label={t("auditPage.rule")}
          placeholder={t("auditPage.anyRule")}
          clearable
          data={ruleIds.map((value) => ({ value, label: text(`rule.${value}.name`) }))}
          value={filter.ruleId}
          onChange={(ruleId) => setFilter({ ...filter, ruleId })}
        />
        <Select
          size="sm"
          aria-label={t("auditPage.scope")}
          placeholder={t("auditPage.anyScope")}
          clearable
          data={ruleScopes.map((value) => ({ value, label: t(`auditPage.scopes.${value}`) }))}
          value={filter.scope}
          onChange={(value) => setFilter({ ...filter, scope: value as RuleScope | null })}
        />
        {isFiltered && (
          <Button size="compact-sm" variant="subtle" onClick={clear}>
            {t("table.clearFilters")}
          </Button>
        )}
        {settings}
      </div>
      <div className={classes.grouping}>
        <span id="finding-grouping">{t("auditPage.groupBy")}</span>
        <SegmentedControl
          size="sm"
          aria-labelledby="finding-grouping"
          data={groupings.map((value) => ({ value, label: t(`auditPage.groupings.${value}`) }))}
          value={grouping}
          onChange={(value) => setGrouping(value as Grouping)}
        />
        <FindingKeys />
      </div>
      {shownFindings.length === 0 ? (
        <p>{total === 0 && state === "open" ? t("audit.noFindings") : t("auditPage.nothingFound")}</p>
      ) : (
        <Groups
          map={map}
          groups={groups}
          findings={shownFindings}
          grouping={grouping}
          onShow={onShow}
          onAgree={onAgree}
          announce={announce}
        />
      )}
    </section>
  );
}

/** Rules in the order of their groups: those that found something, and the one that is chosen. */
function ruleIdsToChoose(findings: readonly Finding[], chosen: string | null): readonly string[] {
  const found = new Set([...findings.map(({ ruleId }) => ruleId), chosen]);
  return ruleIdsInOrder().filter((id) => found.has(id));
}

interface GroupsProps extends Pick<FindingsDeskProps, "map" | "onShow" | "onAgree" | "announce"> {
  readonly groups: readonly FindingGroup[];
  /** Of all groups, in their order. */
  readonly findings: readonly Finding[];
  readonly grouping: Grouping;
}

function Groups({ map, groups, findings, grouping, onShow, onAgree, announce }: GroupsProps) {
  const text = useText();
  const nameOf = useGroupName(map, grouping);
  const list = useRef<HTMLDivElement>(null);
  const end = useRef<HTMLDivElement>(null);
  const { actions, neededPlace } = useFindingActions({ findings, list, onShow, onAgree, announce });
  const { propsOf } = useFindingProps();
  const inSight = useKeptFinding();
  const needed = Math.max(
    neededPlace(),
    findings.findIndex(({ id }) => id === inSight),
  );
  const { shown, more } = useShownCount(findings.length, needed, end);
  const handleKeyDown = useTriageKeys(findings, actions, more);
  const { tabStop, onFocus } = useTabStop(findings.slice(0, shown), -1, list);
  const guard = useDoubleClickGuard();
  let room = shown;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: the keys go on from whichever button of a finding has the focus.
    <div
      ref={list}
      className={classes.groups}
      data-area-start
      onFocus={onFocus}
      onKeyDown={handleKeyDown}
      {...guard}
    >
      {groups.map(({ key, findings: found }) => {
        const some = found.slice(0, Math.max(0, room));
        room -= found.length;
        if (some.length === 0) return null;
        const name = nameOf(key);
        return (
          <div key={key} className={classes.group}>
            <h4 className={classes.groupName}>
              {name} <span className={styles.total}>{found.length}</span>
            </h4>
            {grouping === "rule" && <p className={classes.groupWhy}>{text(`rule.${key}.why`)}</p>}
            {/* biome-ignore lint/a11y/noRedundantRoles: without bullets some browsers take the list for none. */}
            <ul className={styles.findings} aria-label={name} role="list">
              {some.map((finding) => (
                <FindingItem
                  key={finding.id}
                  {...propsOf(finding)}
                  isCurrent={false}
                  isTabStop={finding.id === tabStop}
                  isRuleKnown={grouping === "rule"}
                  actions={actions}
                />
              ))}
            </ul>
          </div>
        );
      })}
      {shown < findings.length && (
        <div ref={end}>
          <EndOfList text={text("audit.moreFindings", { count: findings.length - shown })} onMore={more} />
        </div>
      )}
    </div>
  );
}

function useGroupName(map: JourneyMap, grouping: Grouping) {
  const { t } = useTranslation();
  const text = useText();
  return (key: string | null): string => {
    switch (grouping) {
      case "rule":
        return text(`rule.${key}.name`);
      case "severity":
        return text(`audit.severity.${key}`);
      case "person":
        return key === null ? t("auditPage.nobody") : map.people[key]?.name.trim() || t("kind.untitled");
      case "journey":
        return key === null ? t("auditPage.noJourney") : map.nodes[key]?.title.trim() || t("kind.untitled");
    }
  };
}
