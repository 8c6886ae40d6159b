import { Modal, Stack, Table, Text, Title } from "@mantine/core";
import { useText } from "#i18n/i18n.ts";
import { actionGroups } from "../action.ts";
import { triageKeys } from "../panels/audit/triage-keys.ts";
import { gestures } from "./gestures.ts";
import styles from "./HelpDialog.module.css";
import { useRunner } from "./runner.ts";
import { Shortcut } from "./Shortcut.tsx";

interface HelpDialogProps {
  readonly isOpen: boolean;
  onClose(): void;
}

/** What can be done on this page, and with which keys. */
export function HelpDialog({ isOpen, onClose }: HelpDialogProps) {
  const t = useText();
  const { actions, context } = useRunner();
  const groups = actionGroups.filter((group) => actions.some((action) => action.group === group));
  return (
    <Modal opened={isOpen} onClose={onClose} size="62rem" title={t("shell.help.heading")}>
      <Stack gap="lg">
        <Text>{t("shell.help.text")}</Text>
        <div className={styles.groups}>
          {context.openMap && (
            <section className={styles.group}>
              <Title order={3} size="h5">
                {t("gesture.heading")}
              </Title>
              <KeyTable rows={gestures.map(({ id, keys }) => ({ name: t(`gesture.${id}`), keys }))} />
            </section>
          )}
          {context.openMap && (
            <section className={styles.group}>
              <Title order={3} size="h5">
                {t("triage.heading")}
              </Title>
              <KeyTable rows={triageKeys.map(({ id, keys }) => ({ name: t(`triage.${id}`), keys }))} />
            </section>
          )}
          {groups.map((group) => (
            <section key={group} className={styles.group}>
              <Title order={3} size="h5">
                {t(`shell.group.${group}`)}
              </Title>
              <KeyTable
                rows={actions
                  .filter((action) => action.group === group)
                  .map(({ id, shortcuts = [], canvasKeys = [] }) => ({
                    name: t(`action.${id}`),
                    keys: [...shortcuts, ...canvasKeys],
                  }))}
              />
            </section>
          ))}
        </div>
      </Stack>
    </Modal>
  );
}

interface KeyRow {
  readonly name: string;
  readonly keys: readonly string[];
}

function KeyTable({ rows }: { readonly rows: readonly KeyRow[] }) {
  return (
    <Table>
      <Table.Tbody>
        {rows.map(({ name, keys }) => (
          <Table.Tr key={name}>
            <Table.Th scope="row" className={styles.name}>
              {name}
            </Table.Th>
            <Table.Td className={styles.keys}>
              {keys.map((shortcut) => (
                <div key={shortcut}>
                  <Shortcut shortcut={shortcut} />
                </div>
              ))}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}
