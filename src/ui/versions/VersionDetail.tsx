import { Alert, Button, SegmentedControl, Tooltip } from "@mantine/core";
import { BookmarkPlus, CopyPlus, RotateCcw, Tag, Trash2 } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { useText } from "#i18n/i18n.ts";
import type { Id, JourneyMap } from "#model/journey-map.ts";
import { useJourneyMap, useOpenMap } from "../map/open-map.ts";
import type { MapVersion } from "../services.ts";
import { PageLoader } from "../shell/PageLoader.tsx";
import { useRunAction } from "../shell/runner.ts";
import { CompareView } from "./CompareView.tsx";
import { MapPreview } from "./MapPreview.tsx";
import { NameDialog } from "./NameDialog.tsx";
import { RemoveQuestion } from "./RemoveQuestion.tsx";
import { useVersionCommands } from "./use-version-commands.tsx";
import { useVersionDocument } from "./use-versions.ts";
import type { Chosen } from "./VersionList.tsx";
import { VersionTime } from "./VersionTime.tsx";
import { countsText, countsTextOf, versionName } from "./version-words.ts";
import classes from "./versions.module.css";

interface VersionDetailProps {
  readonly rows: readonly MapVersion[];
  readonly chosen: Chosen;
  onShow(nodeIds: readonly Id[]): void;
}

/** One state of the map: what can be done with it, its picture, and what became of the map since. */
export function VersionDetail({ rows, chosen, onShow }: VersionDetailProps) {
  const { t } = useTranslation();
  const textOf = useText();
  const present = useJourneyMap();
  const [view, setView] = useState<"picture" | "changes">("picture");
  const [wanted, setWanted] = useState<Chosen | null>(null);
  const version = rows.find(({ id }) => id === chosen) ?? null;
  const document = useVersionDocument(version?.id ?? null);
  const name = version ? versionName(textOf, version) : t("versions.now");
  const shown = version ? document : present;
  const other = otherState(rows, chosen, wanted);
  return (
    <section className={classes.detail} aria-label={name}>
      <header className={classes.head}>
        <div className={classes.headTexts}>
          <h2 className={classes.heading}>{name}</h2>
          <p className={classes.facts}>
            {version && <VersionTime at={version.at} />}
            {version && " · "}
            {version ? countsText(textOf, version.counts) : countsTextOf(textOf, present)}
          </p>
        </div>
        {version ? <VersionTools version={version} document={document ?? null} /> : <KeepTool />}
      </header>
      {shown === null ? (
        <Alert color="red" className={classes.notice ?? ""}>
          {t("versions.damaged")}
        </Alert>
      ) : (
        <>
          <SegmentedControl<"picture" | "changes">
            aria-label={t("versions.view")}
            className={classes.views ?? ""}
            value={view}
            onChange={setView}
            data={[
              { value: "picture", label: t("versions.picture") },
              { value: "changes", label: t("versions.changes"), disabled: other === null },
            ]}
          />
          {view === "changes" && other !== null ? (
            <CompareView rows={rows} chosen={chosen} other={other} onOther={setWanted} onShow={onShow} />
          ) : shown ? (
            <MapPreview map={shown} label={t("versions.pictureOf", { name })} />
          ) : (
            <PageLoader />
          )}
        </>
      )}
    </section>
  );
}

/** What a state is compared with unless one wants something else: the present, and the present with the newest version. */
function otherState(rows: readonly MapVersion[], chosen: Chosen, wanted: Chosen | null): Chosen | null {
  const isThere = wanted === "now" || rows.some(({ id }) => id === wanted);
  if (wanted !== null && isThere && wanted !== chosen) return wanted;
  return chosen === "now" ? (rows[0]?.id ?? null) : "now";
}

function KeepTool() {
  const { t } = useTranslation();
  const run = useRunAction();
  return (
    <Button leftSection={<BookmarkPlus size="1rem" aria-hidden />} onClick={() => run("keep-version")}>
      {t("versions.keep.button")}
    </Button>
  );
}

interface VersionToolsProps {
  readonly version: MapVersion;
  /** Null: it is being read, or it cannot be read. */
  readonly document: JourneyMap | null;
}

function VersionTools({ version, document }: VersionToolsProps) {
  const { t } = useTranslation();
  const textOf = useText();
  const commands = useVersionCommands();
  const isViewOnly = useStore(useOpenMap().saving, ({ state }) => state === "viewOnly");
  const [question, setQuestion] = useState<"name" | "remove" | null>(null);
  const close = () => setQuestion(null);
  return (
    <div className={classes.tools}>
      <Tooltip label={t("versions.restoreHint")} multiline w="22rem">
        <Button
          leftSection={<RotateCcw size="1rem" aria-hidden />}
          disabled={document === null || isViewOnly}
          onClick={() => document && void commands.restore(version, document)}
        >
          {t("versions.restore")}
        </Button>
      </Tooltip>
      <Button
        variant="default"
        leftSection={<CopyPlus size="1rem" aria-hidden />}
        disabled={document === null}
        onClick={() => document && void commands.restoreAsCopy(version, document)}
      >
        {t("versions.restoreAsCopy")}
      </Button>
      <Button
        variant="default"
        leftSection={<Tag size="1rem" aria-hidden />}
        onClick={() => setQuestion("name")}
      >
        {t(version.name === null ? "versions.name" : "versions.rename")}
      </Button>
      <Button
        variant="subtle"
        color="red"
        leftSection={<Trash2 size="1rem" aria-hidden />}
        onClick={() => setQuestion("remove")}
      >
        {t("versions.remove")}
      </Button>
      <NameDialog
        isOpen={question === "name"}
        texts={{
          heading: t("versions.naming.heading"),
          name: t("versions.naming.name"),
          hint: t("versions.naming.hint"),
          save: t("versions.naming.save"),
          close: t("versions.naming.close"),
        }}
        name={version.name ?? ""}
        onSave={(name) => void commands.rename(version, name)}
        onClose={close}
      />
      <RemoveQuestion
        isOpen={question === "remove"}
        name={versionName(textOf, version)}
        onRemove={() => void commands.remove(version)}
        onClose={close}
      />
    </div>
  );
}
