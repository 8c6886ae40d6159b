import { Alert, Button, Checkbox, Group, Modal, Stack, Text } from "@mantine/core";
import { useMemo, useState } from "react";
import { useTranslation } from "react-i18next";
import { formats } from "#exchange/formats.ts";
import { fitsCanvas, largestScale, pixelsOf } from "#exchange/png/canvas-limits.ts";
import {
  defaultPictureSettings,
  type PictureSettings,
  pictureOf,
  pictureScales,
  pictureThemes,
} from "#exchange/png/write-png.ts";
import { problem } from "#exchange/problem.ts";
import { useText } from "#i18n/i18n.ts";
import { useEditor } from "../map/open-map.ts";
import { useServices } from "../services.ts";
import { exportMap } from "./export-map.ts";
import { LabelledChoice } from "./LabelledChoice.tsx";
import { pictureTools } from "./picture-tools.ts";
import { problemText } from "./problem-text.ts";

interface PngDialogProps {
  readonly isOpen: boolean;
  onClose(): void;
}

const png = formats.find(({ isPicture }) => isPicture);

/** What a picture is to show, asked before it is painted. */
export function PngDialog({ isOpen, onClose }: PngDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal
      opened={isOpen}
      onClose={onClose}
      title={t("exchange.png.heading")}
      closeButtonProps={{ "aria-label": t("exchange.png.close") }}
      size="lg"
    >
      {isOpen && <PngForm onClose={onClose} />}
    </Modal>
  );
}

function PngForm({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const textOf = useText();
  const services = useServices();
  // Nothing of the map can change while the dialog lies over it.
  const { map, selection } = useEditor().store.getState();
  const [settings, setSettings] = useState<PictureSettings>(defaultPictureSettings);
  const [isSaving, setIsSaving] = useState(false);
  const change = (part: Partial<PictureSettings>) => setSettings((before) => ({ ...before, ...part }));
  const size = usePictureSize(settings);
  const fits = fitsCanvas(size.width, size.height, settings.scale);

  async function handleSave() {
    setIsSaving(true);
    const found = png && (await exportMap(map, png, { services, t: textOf }, settings));
    setIsSaving(false);
    if (!found) onClose();
  }

  return (
    <Stack gap="md">
      <LabelledChoice
        label={t("exchange.png.area")}
        value={settings.nodeIds === null ? "map" : "selection"}
        options={[
          { value: "map", label: t("exchange.png.wholeMap") },
          {
            value: "selection",
            label: t("exchange.png.selection"),
            disabled: selection.nodeIds.length === 0,
          },
        ]}
        hint={selection.nodeIds.length === 0 ? t("exchange.png.nothingSelected") : null}
        onChange={(value) => change({ nodeIds: value === "map" ? null : selection.nodeIds })}
      />
      <ScaleChoice size={size} scale={settings.scale} onChange={(scale) => change({ scale })} />
      <Checkbox.Group
        label={t("exchange.png.show")}
        value={(["title", "legend", "date"] as const).filter((part) => settings[shownBy[part]])}
        onChange={(parts) =>
          change({
            hasTitle: parts.includes("title"),
            hasLegend: parts.includes("legend"),
            hasDate: parts.includes("date"),
          })
        }
      >
        <Group gap="lg" mt={6}>
          <Checkbox value="title" label={t("exchange.png.title")} />
          <Checkbox value="legend" label={t("exchange.png.legend")} />
          <Checkbox value="date" label={t("exchange.png.date")} />
        </Group>
      </Checkbox.Group>
      <LabelledChoice
        label={t("exchange.png.theme")}
        value={settings.theme}
        options={pictureThemes.map((theme) => ({ value: theme, label: t(`exchange.png.${theme}`) }))}
        onChange={(theme) => change({ theme })}
      />
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("common.cancel")}
        </Button>
        {/* Nothing turns while a picture is made: where no graphics card draws the page, that takes half of a core. */}
        <Button
          disabled={!fits}
          loading={isSaving}
          loaderProps={{ children: "…" }}
          onClick={() => void handleSave()}
        >
          {t("exchange.png.save")}
        </Button>
      </Group>
    </Stack>
  );
}

const shownBy = { title: "hasTitle", legend: "hasLegend", date: "hasDate" } as const;

interface SizeInMapUnits {
  readonly width: number;
  readonly height: number;
}

function usePictureSize({ nodeIds, hasTitle, hasLegend, hasDate, theme }: PictureSettings): SizeInMapUnits {
  const { map } = useEditor().store.getState();
  const { i18n } = useTranslation();
  const t = useText();
  return useMemo(
    () => pictureOf(map, { nodeIds, hasTitle, hasLegend, hasDate, theme }, pictureTools(t, i18n.language)),
    [map, nodeIds, hasTitle, hasLegend, hasDate, theme, t, i18n.language],
  );
}

interface ScaleChoiceProps {
  readonly size: SizeInMapUnits;
  readonly scale: number;
  onChange(scale: number): void;
}

/** The scales, the pixels that come of the chosen one, and the way out where a browser could not paint them. */
function ScaleChoice({ size, scale, onChange }: ScaleChoiceProps) {
  const { t, i18n } = useTranslation();
  const textOf = useText();
  const { width, height } = size;
  const number = new Intl.NumberFormat(i18n.language);
  const pixels = pixelsOf(width, height, scale);
  const largest = largestScale(width, height);
  const scales = [...new Set([...pictureScales, scale])].sort((a, b) => a - b);
  const label = (value: number) => t("exchange.png.scaleValue", { scale: number.format(value) });
  const tooLarge = problem("pictureTooLarge", {
    scale: number.format(scale),
    width: number.format(pixels.width),
    height: number.format(pixels.height),
    largest: number.format(largest),
  });
  return (
    <>
      <LabelledChoice
        label={t("exchange.png.scale")}
        value={String(scale)}
        options={scales.map((value) => ({ value: String(value), label: label(value) }))}
        onChange={(value) => onChange(Number(value))}
      />
      {fitsCanvas(width, height, scale) ? (
        <Text size="sm" c="var(--dk-inkSoft)" aria-live="polite">
          {t("exchange.png.pixels", {
            width: number.format(pixels.width),
            height: number.format(pixels.height),
          })}
        </Text>
      ) : (
        <Alert color="red" role="alert" title={t("exchange.png.tooLarge")}>
          <Text size="sm" mb="sm">
            {problemText(textOf, tooLarge)}
          </Text>
          <Button size="xs" onClick={() => onChange(largest)}>
            {t("exchange.png.useLargest", { scale: number.format(largest) })}
          </Button>
        </Alert>
      )}
    </>
  );
}
