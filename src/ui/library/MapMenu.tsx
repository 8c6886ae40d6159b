import { ActionIcon, Menu } from "@mantine/core";
import { Copy, EllipsisVertical, FolderOpen, PencilLine, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import styles from "./MapMenu.module.css";

interface MapMenuProps {
  readonly title: string;
  readonly href: string;
  onRename(): void;
  onDuplicate(): void;
  onDelete(): void;
}

const icon = { size: "1rem", "aria-hidden": true } as const;

export function MapMenu({ title, href, onRename, onDuplicate, onDelete }: MapMenuProps) {
  const { t } = useTranslation();
  return (
    // The card would clip a menu inside of it; inside of the main landmark a screen reader can find it.
    <Menu position="bottom-end" portalProps={{ target: "main" }}>
      <Menu.Target>
        <ActionIcon
          variant="subtle"
          color="gray"
          size="lg"
          className={styles.button ?? ""}
          aria-label={t("library.menu.label", { title })}
        >
          <EllipsisVertical size="1.25rem" aria-hidden />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={href} leftSection={<FolderOpen {...icon} />}>
          {t("library.menu.open")}
        </Menu.Item>
        <Menu.Item leftSection={<PencilLine {...icon} />} onClick={onRename}>
          {t("library.menu.rename")}
        </Menu.Item>
        <Menu.Item leftSection={<Copy {...icon} />} onClick={onDuplicate}>
          {t("library.menu.duplicate")}
        </Menu.Item>
        <Menu.Divider />
        <Menu.Item leftSection={<Trash2 {...icon} />} c="var(--dk-negative)" onClick={onDelete}>
          {t("library.menu.delete")}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
