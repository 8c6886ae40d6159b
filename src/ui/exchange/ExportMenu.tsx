import { Button, Menu } from "@mantine/core";
import { Download, FileJson, Image } from "lucide-react";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { type Format, formats } from "#exchange/formats.ts";
import { useEditor } from "../map/open-map.ts";
import { PngDialog } from "./PngDialog.tsx";
import { useExport } from "./use-export.ts";

interface ExportMenuProps {
  /** Both or neither: without them the menu opens and closes by itself. */
  readonly isOpen?: boolean;
  readonly onOpenChange?: (isOpen: boolean) => void;
}

/** The button of the toolbar that gives the open map away as a file. */
export function ExportMenu({ isOpen, onOpenChange }: ExportMenuProps) {
  const { t } = useTranslation();
  const editor = useEditor();
  const exportMap = useExport();
  const [isOpenByItself, setIsOpenByItself] = useState(false);
  const [picture, setPicture] = useState<Format | null>(null);

  function handleChoose(format: Format) {
    if (format.isPicture) setPicture(format);
    else void exportMap(editor.store.getState().map, format);
  }

  return (
    <>
      <Menu
        opened={isOpen ?? isOpenByItself}
        onChange={onOpenChange ?? setIsOpenByItself}
        position="bottom-end"
        width={200}
      >
        <Menu.Target>
          <Button variant="default" leftSection={<Download size={18} aria-hidden />}>
            {t("exchange.export")}
          </Button>
        </Menu.Target>
        <Menu.Dropdown>
          {formats
            .filter(({ write }) => write)
            .map((format) => (
              <Menu.Item key={format.id} leftSection={iconOf(format)} onClick={() => handleChoose(format)}>
                {format.name}
              </Menu.Item>
            ))}
        </Menu.Dropdown>
      </Menu>
      <PngDialog format={picture} onClose={() => setPicture(null)} />
    </>
  );
}

function iconOf({ isPicture }: Format) {
  const Icon = isPicture ? Image : FileJson;
  return <Icon size={18} aria-hidden />;
}
