import { Button, Group, Modal, Text, Title } from "@mantine/core";
import { CircleAlert, CircleCheck } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useLocation } from "wouter";
import { fileNameOf } from "#exchange/file-name.ts";
import type { Problem } from "#exchange/problem.ts";
import { useText } from "#i18n/i18n.ts";
import { useServices } from "../services.ts";
import styles from "./ImportResults.module.css";
import type { ImportOutcome } from "./import-outcome.ts";
import { problemText } from "./problem-text.ts";

interface ImportResultsProps {
  readonly outcomes: readonly ImportOutcome[];
  readonly isOpen: boolean;
  onClose(): void;
}

/** What became of the files: repairs of those that came in, in plain words what is wrong with the others. */
export function ImportResults({ outcomes, isOpen, onClose }: ImportResultsProps) {
  const { t } = useTranslation();
  const states = new Set(outcomes.map(({ state }) => state));
  const isRepaired = outcomes.some((outcome) => outcome.state === "imported" && outcome.repairs.length > 0);
  const heading =
    states.size > 1
      ? t("exchange.import.mixedHeading")
      : states.has("failed")
        ? t("exchange.import.failedHeading")
        : isRepaired
          ? t("exchange.import.repairedHeading")
          : t("exchange.import.importedHeading");
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={heading}
      closeButtonProps={{ "aria-label": t("exchange.import.close") }}
      size="xl"
    >
      {outcomes.map((outcome, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: two files may have the same name, and the list never changes.
        <section key={index} className={styles.outcome}>
          {outcome.state === "failed" ? (
            <FailedFile outcome={outcome} />
          ) : (
            <ImportedFile outcome={outcome} isAlone={outcomes.length === 1} onClose={onClose} />
          )}
        </section>
      ))}
      <Group justify="flex-end" mt="lg">
        <Button data-autofocus onClick={onClose}>
          {t("exchange.import.close")}
        </Button>
      </Group>
    </Modal>
  );
}

function FailedFile({ outcome }: { readonly outcome: Extract<ImportOutcome, { state: "failed" }> }) {
  const { t } = useTranslation();
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <CircleAlert size="1.25rem" color="var(--dk-negative)" aria-hidden />
        <Title order={3} size="h5">
          {outcome.name}
        </Title>
      </Group>
      <ProblemList problems={outcome.problems} more={outcome.more} />
      <Text size="sm" mt="xs">
        {t("exchange.import.unchanged")}
      </Text>
    </>
  );
}

interface ImportedFileProps {
  readonly outcome: Extract<ImportOutcome, { state: "imported" }>;
  /** The only map that came in is open already. */
  readonly isAlone: boolean;
  onClose(): void;
}

function ImportedFile({ outcome, isAlone, onClose }: ImportedFileProps) {
  const { id, title, repairs, more, fullTexts, name } = outcome;
  const { t } = useTranslation();
  const { saveFile } = useServices();
  const [, navigate] = useLocation();
  const shown = title.trim() || t("exchange.import.untitled");
  return (
    <>
      <Group gap="xs" wrap="nowrap">
        <CircleCheck size="1.25rem" color="var(--dk-positive)" aria-hidden />
        <Title order={3} size="h5">
          {name}
        </Title>
      </Group>
      <Text size="sm">{t("exchange.import.imported", { title: shown })}</Text>
      {repairs.length > 0 && (
        <Text size="sm" mt="xs">
          {t("exchange.import.repairs", { count: repairs.length + more })}
        </Text>
      )}
      <ProblemList problems={repairs} more={more} />
      <Group mt="xs" gap="xs">
        {fullTexts !== null && (
          <Button
            variant="default"
            size="xs"
            onClick={() => void saveFile(fullTexts, fileNameOf(shown, "txt", t("exchange.fallbackName")))}
          >
            {t("exchange.import.saveFullTexts")}
          </Button>
        )}
        {!isAlone && (
          <Button
            variant="default"
            size="xs"
            onClick={() => {
              onClose();
              navigate(`/map/${encodeURIComponent(id)}`);
            }}
          >
            {t("exchange.import.open", { title: shown })}
          </Button>
        )}
      </Group>
    </>
  );
}

function ProblemList({ problems, more }: { readonly problems: readonly Problem[]; readonly more: number }) {
  const { t } = useTranslation();
  const textOf = useText();
  if (problems.length === 0) return null;
  return (
    <>
      <ul className={styles.list}>
        {problems.map((problem, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the same fault may be there twice, and the list never changes.
          <li key={index}>
            {problemText(textOf, problem)}
            {problem.path !== "" && <code className={styles.path}>{problem.path}</code>}
          </li>
        ))}
      </ul>
      {more > 0 && <Text size="sm">{t("exchange.import.more", { count: more })}</Text>}
    </>
  );
}
