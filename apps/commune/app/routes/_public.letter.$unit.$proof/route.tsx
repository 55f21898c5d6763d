import { useT } from "@gandan/i18n/translation";
import { verifyLetter } from "@gandan/model/letter/letter-inputs";
import { orResponse, pageCaller } from "@gandan/site/caller.server";
import { PlainShell } from "@gandan/site/shell/plain-shell";
import { FactList } from "@gandan/ui/fact-list";
import { Notice } from "@gandan/ui/notice";
import { PageHead } from "@gandan/ui/page-head";
import type { LoaderFunctionArgs, MetaFunction } from "@remix-run/node";
import { useLoaderData } from "@remix-run/react";

export const meta: MetaFunction<typeof loader> = ({ data: page }) => [
  { title: page?.title },
  { name: "robots", content: "noindex" },
];

/** Sent without script: it is opened by citizens on any phone. */
export const handle = { script: false };

export async function loader(args: LoaderFunctionArgs) {
  const { caller, t, format } = await pageCaller(args);
  const asked = verifyLetter.safeParse({ slug: args.params.unit, proof: args.params.proof });
  if (!asked.success) throw new Response(t("error.letter.notGenuine"), { status: 404, statusText: "NOT_FOUND" });
  const { unitName, sign, signedAt, hash } = await orResponse(t, caller.letter.verify(asked.data));
  const text = t("signing.genuine", { unit: unitName, sign, time: format.dateTime(signedAt) });
  return { title: t("shell.title", { page: t("letter.genuine.title") }), text, hash };
}

export default function GenuineLetter() {
  const { text, hash } = useLoaderData<typeof loader>();
  const t = useT();
  return (
    <PlainShell>
      <div className="stack-5">
        <PageHead title={t("letter.genuine.title")} lead={text} />
        {hash ? (
          <>
            <Notice tone="met" title={t("letter.genuine.hashText")} />
            <FactList facts={[{ term: t("letter.genuine.hash"), value: hash.replace(/.{8}/g, "$& ") }]} />
          </>
        ) : (
          <Notice tone="pending" title={t("letter.genuine.making")}>
            {t("letter.genuine.makingText")} <a href="?">{t("signing.batch.reload")}</a>
          </Notice>
        )}
      </div>
    </PlainShell>
  );
}
