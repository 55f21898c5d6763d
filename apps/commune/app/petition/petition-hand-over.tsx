import { useT } from "@gandan/i18n/translation";
import { Button } from "@gandan/ui/button";
import { Field } from "@gandan/ui/field";
import { Panel } from "@gandan/ui/panel";
import { Form } from "@remix-run/react";
import type { PetitionView } from "./petition-view";

/** An open petition of a unit that is no more goes to one that went on with it. */
export function PetitionHandOver({ view }: { view: PetitionView }) {
  const t = useT();
  const { successors, seen } = view;
  if (successors.length === 0) return null;
  return (
    <Panel id="hand-over" title={t("petition.page.handOver.title")}>
      <Form method="post" className="stack">
        <input type="hidden" name="intent" value="hand-over" />
        <input type="hidden" name="seen" value={seen} />
        <p className="soft">{t("petition.page.handOver.text")}</p>
        <Field
          id="successor"
          name="successor"
          control="select"
          label={t("petition.page.handOver.to")}
          options={successors.map(({ slug, name }) => ({ value: slug, label: name }))}
        />
        <div>
          <Button kind="primary">{t("petition.page.handOver.now")}</Button>
        </div>
      </Form>
    </Panel>
  );
}
