import { Button, Group, Modal } from "@mantine/core";
import { useTranslation } from "react-i18next";
import { type Discipline, disciplines } from "#model/discipline.ts";
import type { Id } from "#model/journey-map.ts";
import type { Contested } from "#model/portfolio/contested.ts";
import { OwnerLetter } from "../lists/OwnerLetter.tsx";
import classes from "./portfolio.module.css";

interface DecideDialogProps {
  readonly one: Contested;
  /** What the touchpoint is called here. */
  readonly title: string;
  readonly owner: Discipline;
  titleOf(mapId: Id): string;
  onDecide(): void;
  onClose(): void;
}

/** Which maps a joint decision changes, and how, before it is made. */
export function DecideDialog({ one, title, owner, titleOf, onDecide, onClose }: DecideDialogProps) {
  const { t } = useTranslation();
  const named = { title, owner: t(`common.discipline.${owner}`) };
  const others = [...disciplines, null].filter((other) => other !== owner);
  const present = (mapId: Id) => others.filter((other) => one.mapsByOwner.get(other)?.includes(mapId));
  const changing = one.mapIds.filter((mapId) => present(mapId).length > 0);
  const same = one.mapIds.length - changing.length;
  return (
    <Modal
      opened
      onClose={onClose}
      title={t("portfolio.decideFor", named)}
      closeButtonProps={{ "aria-label": t("common.cancel") }}
    >
      <p>
        {t("portfolio.decideEffect", {
          title,
          owner: t(`common.subject.${owner}`),
          count: changing.length,
        })}
      </p>
      <ul className={classes.changing}>
        {changing.map((mapId) => (
          <li key={mapId}>
            {titleOf(mapId)}
            <span className={classes.turn}>
              {present(mapId).map((other) => (
                <OwnerLetter key={other} owner={other} />
              ))}{" "}
              → <OwnerLetter owner={owner} />
            </span>
          </li>
        ))}
      </ul>
      {same > 0 && <p className={classes.soft}>{t("portfolio.decideSame", { ...named, count: same })}</p>}
      <p className={classes.soft}>{t("portfolio.decideKeeps")}</p>
      <Group justify="flex-end">
        <Button variant="default" onClick={onClose}>
          {t("common.cancel")}
        </Button>
        <Button data-autofocus onClick={onDecide}>
          {t("portfolio.decideConfirm", { count: changing.length })}
        </Button>
      </Group>
    </Modal>
  );
}
