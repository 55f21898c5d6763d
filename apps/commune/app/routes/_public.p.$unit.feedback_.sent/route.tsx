import { followFeedback } from "@gandan/model/feedback/feedback-inputs";
import { publicPage } from "@gandan/site/public/public-page.server";
import { publicHref } from "@gandan/site/public/public-places";
import { ButtonLink } from "@gandan/ui/button";
import { PageHead } from "@gandan/ui/page-head";
import { Panel } from "@gandan/ui/panel";
import { type LoaderFunctionArgs, redirect } from "@remix-run/node";

/** The number of what was just sent, and the link by which its answer is seen. */
export const loader = (args: LoaderFunctionArgs) =>
  publicPage(args, async ({ caller, unit, t, format }) => {
    const here = publicHref(unit.slug, "feedback");
    const { origin, searchParams } = new URL(args.request.url);
    const asked = followFeedback.safeParse({ slug: unit.slug, secret: searchParams.get("to") });
    if (!asked.success) throw redirect(here);
    const { number, dueAt, needsAnswer, mails } = await caller.feedback.follow(asked.data);
    const link = `${here}/${asked.data.secret}`;
    const shown = `${unit.origin ?? origin}${link}`;
    return {
      title: t("feedback.sent.title"),
      current: "feedback",
      body: (
        <div className="stack-5">
          <PageHead title={t("feedback.sent.title")} lead={t("feedback.sent.lead", { number })} />
          {needsAnswer ? <p>{t("feedback.sent.due", { time: format.dateTime(dueAt) })}</p> : null}
          <Panel id="link" title={t("feedback.sent.link")}>
            <div className="stack-4">
              <p>{t(mails ? "feedback.sent.mailed" : "feedback.sent.keep")}</p>
              <p className="secret">{shown}</p>
              <p className="no-print">
                <ButtonLink kind="primary" size="large" href={link}>
                  {t("feedback.sent.open")}
                </ButtonLink>
              </p>
              <p className="hint">{t("feedback.sent.print")}</p>
            </div>
          </Panel>
        </div>
      ),
    };
  });
