import type { ModelChange } from "@gandan/model/model-editing/model-change";

/** What every form of the editor carries: which change it is, of what, and of which state of the text. */
export function DraftFields(props: {
  checksum: string;
  change: ModelChange["change"] | "yaml";
  id?: string;
  of?: "slogan" | "commitment" | "criterion" | "rule";
}) {
  const { checksum, change, id, of } = props;
  return (
    <>
      <input type="hidden" name="checksum" value={checksum} />
      <input type="hidden" name="change" value={change} />
      {id ? <input type="hidden" name="id" value={id} /> : null}
      {of ? <input type="hidden" name="of" value={of} /> : null}
    </>
  );
}
