/**
 * The shape that a translation must have to match its source: the same keys, and for a counted text (`…_other`, all
 * that Vietnamese needs) both `…_one` and `…_other`.
 */
export type TextShape<Source> = Source extends string
  ? string
  : {
      [Key in keyof Source as Key extends `${infer Base}_other` ? `${Base}_one` | `${Base}_other` : Key]: TextShape<
        Source[Key]
      >;
    };

type Counted<Key extends string> = Key extends `${infer Base}_other` ? Base : Key;

/** Dotted paths of all texts; a counted text is named without its suffix. */
export type TextPath<Texts> = {
  [Key in keyof Texts & string]: Texts[Key] extends string ? Counted<Key> : `${Key}.${TextPath<Texts[Key]>}`;
}[keyof Texts & string];
