import { useT } from "@gandan/i18n/translation";
import { DOSSIER_GROUPS, type DossierGroup } from "@gandan/model/dossier/dossier-group";
import type { LetterDrafting, LetterOccasion, LetterTone } from "@gandan/model/letter/letter-kinds";
import { ChoiceField } from "@gandan/ui/choice-field";
import { Field } from "@gandan/ui/field";

export interface KindView {
  kind: string;
  title: string;
  tone: LetterTone;
  occasion: LetterOccasion;
  groups: readonly DossierGroup[];
  drafting: LetterDrafting;
  lead: string | null;
  delivered: boolean;
  ended: boolean;
}

interface KindFailure {
  values: Record<string, string>;
  groups: string[];
  errors: Record<string, string>;
}

interface KindFieldsProps {
  /** What is changed; null for a new one. */
  kind: KindView | null;
  failure: KindFailure | undefined;
  /** Before the ids, where a page has two such forms. */
  prefix: string;
}

const TONES = ["thanks", "congratulation", "condolence", "other"] as const;
const DRAFTING = ["model", "always", "never"] as const;

/** What a kind of the unit's own is: name, tone, occasion, groups, and when it is drafted. */
export function KindFields({ kind, failure, prefix }: KindFieldsProps) {
  const t = useT();
  const value = (name: "title" | "tone" | "occasion" | "drafting", usual: string) =>
    failure?.values[name] ?? kind?.[name] ?? usual;
  return (
    <>
      <Field
        id={`${prefix}-title`}
        name="title"
        label={t("letterSettings.name")}
        defaultValue={value("title", "")}
        error={failure?.errors.title}
        required
        maxLength={80}
        autoComplete="off"
      />
      <Field
        id={`${prefix}-tone`}
        name="tone"
        control="select"
        label={t("letterSettings.tone")}
        hint={t("letterSettings.toneHint")}
        defaultValue={value("tone", "thanks")}
        options={TONES.map((tone) => ({ value: tone, label: t(`letterSettings.tones.${tone}`) }))}
      />
      <Field
        id={`${prefix}-occasion`}
        name="occasion"
        control="select"
        label={t("letterSettings.occasionLabel")}
        defaultValue={value("occasion", "hand")}
        options={(["finished", "hand"] as const).map((each) => ({
          value: each,
          label: t(`letterSettings.occasion.${each}`),
        }))}
      />
      <ChoiceField
        id={`${prefix}-groups`}
        name="groups"
        control="checkbox"
        legend={t("letterSettings.groups")}
        hint={t("letterSettings.groupsHint")}
        chosen={failure?.groups ?? kind?.groups ?? []}
        options={DOSSIER_GROUPS.map((group) => ({ value: group, label: t(`dossier.group.${group}`) }))}
      />
      <DraftingField prefix={prefix} chosen={value("drafting", "never") as LetterDrafting} />
    </>
  );
}

/** Whether letters of a kind are drafted by what happens. */
export function DraftingField({ prefix, chosen }: { prefix: string; chosen: LetterDrafting }) {
  const t = useT();
  return (
    <Field
      id={`${prefix}-drafting`}
      name="drafting"
      control="select"
      label={t("letterSettings.draftingLabel")}
      hint={t("letterSettings.draftingHint")}
      defaultValue={chosen}
      options={DRAFTING.map((each) => ({ value: each, label: t(`letterSettings.drafting.${each}`) }))}
    />
  );
}

const HOURS = [1, 2, 4] as const;
const DAYS = [1, 2] as const;

/** How long before the appointment an apology is drafted. */
export function LeadField({ lead }: { lead: string | null }) {
  const t = useT();
  return (
    <Field
      id="lead"
      name="lead"
      control="select"
      label={t("letterSettings.leadLabel")}
      hint={t("letterSettings.leadHint")}
      defaultValue={lead ?? ""}
      options={[
        { value: "", label: t("letterSettings.leadModel") },
        ...HOURS.map((count) => ({ value: `${count} working-hours`, label: t("letterSettings.leadHours", { count }) })),
        ...DAYS.map((count) => ({ value: `${count} working-days`, label: t("letterSettings.leadDays", { count }) })),
      ]}
    />
  );
}
