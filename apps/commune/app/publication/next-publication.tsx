import { useFormat, useT } from "@gandan/i18n/translation";
import { Button, ButtonLink } from "@gandan/ui/button";
import { NextBanner } from "@gandan/ui/next-banner";
import { Form } from "@remix-run/react";
import type { WantedLine } from "./wanted-table";

interface NextPublicationProps {
  path: string;
  wanted: readonly WantedLine[];
  may: { edit: boolean; sign: boolean };
}

/** What is to be published next: what was missed, a draft that waits, or what is due soonest. */
export function NextPublication({ path, wanted, may }: NextPublicationProps) {
  const t = useT();
  const format = useFormat();
  const soonest = wanted.filter(({ dueOn }) => dueOn).sort((a, b) => (a.dueOn! < b.dueOn! ? -1 : 1));
  const one = wanted.find(({ missedOn }) => missedOn) ?? wanted.find(({ draftId }) => draftId) ?? soonest[0];
  if (!one) return null;
  const { slug, title, missedOn, dueOn, draftId } = one;
  const said = missedOn
    ? t("publication.nextMissed", { date: format.date(missedOn), title })
    : draftId
      ? t("publication.nextSign", { title })
      : t("publication.next", { title, date: format.date(dueOn) });
  return (
    <NextBanner
      id="next"
      icon="calendar"
      tone={missedOn ? "missed" : draftId ? "pending" : "neutral"}
      title={said}
      actions={
        draftId ? (
          <ButtonLink kind="primary" href={`${path}/publications/${draftId}`}>
            {t("publication.draftOpen")}
          </ButtonLink>
        ) : may.edit ? (
          <Form method="post">
            <input type="hidden" name="slug" value={slug} />
            <input type="hidden" name="span" value="since-last" />
            <Button kind="primary">{t("publication.draftNow")}</Button>
          </Form>
        ) : null
      }
    />
  );
}
