import { Button, CloseButton, Group, Select, TextInput } from "@mantine/core";
import { ArrowDownWideNarrow, Map as MapIcon, Search, Trash2 } from "lucide-react";
import { useTranslation } from "react-i18next";
import { useStore } from "zustand";
import { useServices } from "../services.ts";
import styles from "./LibraryTools.module.css";
import type { LibrarySort } from "./listed-maps.ts";

interface LibraryToolsProps {
  readonly search: string;
  readonly binned: number;
  onSearch(search: string): void;
  onOpenSample(): void;
  onOpenBin(): void;
}

const sorts: readonly LibrarySort[] = ["updated", "title", "coverage"];

/** Search, order and the ways to other maps, above the cards. */
export function LibraryTools({ search, binned, onSearch, onOpenSample, onOpenBin }: LibraryToolsProps) {
  const { t } = useTranslation();
  const { settings } = useServices();
  const sort = useStore(settings, (state) => state.librarySort);
  return (
    <Group gap="sm" align="flex-end">
      <TextInput
        type="search"
        className={styles.search ?? ""}
        label={t("library.search")}
        placeholder={t("library.searchPlaceholder")}
        leftSection={<Search size="1rem" aria-hidden />}
        rightSection={
          search !== "" && <CloseButton aria-label={t("library.clearSearch")} onClick={() => onSearch("")} />
        }
        value={search}
        onChange={(event) => onSearch(event.currentTarget.value)}
      />
      <Select<LibrarySort>
        className={styles.sort ?? ""}
        label={t("library.sort.label")}
        leftSection={<ArrowDownWideNarrow size="1rem" aria-hidden />}
        data={sorts.map((value) => ({ value, label: t(`library.sort.${value}`) }))}
        allowDeselect={false}
        value={sort}
        onChange={(value) => {
          if (value) settings.setState({ librarySort: value });
        }}
      />
      <Group gap="sm" ml="auto">
        <Button variant="subtle" leftSection={<MapIcon size="1rem" aria-hidden />} onClick={onOpenSample}>
          {t("library.openSample")}
        </Button>
        {binned > 0 && (
          <Button variant="subtle" leftSection={<Trash2 size="1rem" aria-hidden />} onClick={onOpenBin}>
            {t("library.bin.open", { count: binned })}
          </Button>
        )}
      </Group>
    </Group>
  );
}
