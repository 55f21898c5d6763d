import { useFormat, useT } from "@gandan/i18n/translation";
import { Notice } from "@gandan/ui/notice";
import { PressButton } from "@gandan/ui/press-button";
import { useEffect, useState } from "react";
import { type KeptForm, type KeptOwner, keptStore } from "./kept-store";
import { differs, fillForm, formOf } from "./watch-forms";

/** Offers what was typed into the forms of this page before, when the page comes and not while somebody types. */
export function KeptDrafts({ person, unit }: KeptOwner) {
  const t = useT();
  const format = useFormat();
  const [drafts, setDrafts] = useState<KeptForm[]>([]);

  useEffect(() => {
    const kept = keptStore()?.list({ person, unit }) ?? [];
    setDrafts(
      kept.filter((each) => {
        const form = each.state === "typed" ? formOf(each) : undefined;
        return form !== undefined && differs(form, each);
      }),
    );
  }, [person, unit]);

  const without = (draft: KeptForm) => setDrafts((before) => before.filter(({ id }) => id !== draft.id));

  function fill(draft: KeptForm) {
    const form = formOf(draft);
    if (form) fillForm(form, draft);
    without(draft);
  }

  function drop(draft: KeptForm) {
    keptStore()?.forget(draft.id);
    without(draft);
  }

  return (
    <>
      {drafts.map((draft) => (
        <Notice
          key={draft.id}
          tone="info"
          title={t("kept.draft", { title: draft.title, time: format.dateTime(new Date(draft.at)) })}
          action={
            <div className="row">
              <PressButton onPress={() => fill(draft)}>{t("kept.fill")}</PressButton>
              <PressButton kind="quiet" onPress={() => drop(draft)}>
                {t("kept.drop")}
              </PressButton>
            </div>
          }
        >
          {t("kept.until")}
        </Notice>
      ))}
    </>
  );
}
