import { Modal, Stack, Table, Text, Title } from "@mantine/core";
import { useText } from "#i18n/i18n.ts";
import { type Action, actionGroups } from "../action.ts";
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
  const { actions } = useRunner();
  const groups = actionGroups.filter((group) => actions.some((action) => action.group === group));
  return (
    <Modal opened={isOpen} onClose={onClose} size="xl" title={t("shell.help.heading")}>
      <Stack gap="lg">
        <Text>{t("shell.help.text")}</Text>
        <div className={styles.groups}>
          {groups.map((group) => (
            <section key={group} className={styles.group}>
              <Title order={3} size="h5">
                {t(`shell.group.${group}`)}
              </Title>
              <ActionTable actions={actions.filter((action) => action.group === group)} />
            </section>
          ))}
        </div>
      </Stack>
    </Modal>
  );
}

function ActionTable({ actions }: { readonly actions: readonly Action[] }) {
  const t = useText();
  return (
    <Table>
      <Table.Tbody>
        {actions.map(({ id, shortcuts = [], canvasKeys = [] }) => (
          <Table.Tr key={id}>
            <Table.Th scope="row" className={styles.name}>
              {t(`action.${id}`)}
            </Table.Th>
            <Table.Td className={styles.keys}>
              {[...shortcuts, ...canvasKeys].map((shortcut) => (
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
