import { useTranslation } from "react-i18next";
import { NameDialog } from "./NameDialog.tsx";
import { useVersionCommands } from "./use-version-commands.tsx";

interface KeepVersionDialogProps {
  readonly isOpen: boolean;
  onClose(): void;
}

/** Gives the present state of the map a name under which it stays. */
export function KeepVersionDialog({ isOpen, onClose }: KeepVersionDialogProps) {
  const { t } = useTranslation();
  const { keep } = useVersionCommands();
  return (
    <NameDialog
      isOpen={isOpen}
      texts={{
        heading: t("versions.keep.heading"),
        name: t("versions.keep.name"),
        hint: t("versions.keep.hint"),
        placeholder: t("versions.keep.placeholder"),
        missing: t("versions.keep.missing"),
        save: t("versions.keep.save"),
        close: t("versions.keep.close"),
      }}
      name=""
      onSave={(name) => void keep(name)}
      onClose={onClose}
    />
  );
}
