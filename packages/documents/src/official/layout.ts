/**
 * Measures of an official document: Nghị định 30/2020/NĐ-CP, Phụ lục I, Mục I and II. Millimetres for margins and rooms,
 * points for type; shares for rules.
 */
export const officialLayout = {
  /** 20–25 mm. */
  marginTop: 20,
  marginBottom: 20,
  /** 30–35 mm. */
  marginLeft: 30,
  /** 15–20 mm. */
  marginRight: 17,
  /** 13–14. */
  bodySize: 14,
  /** Between lines of the body, beyond the type's own height: a little more than single spacing. */
  leading: 1.5,
  /** At least 6 pt between paragraphs. */
  paragraphSpacing: 7,
  /** 1–1.27 cm. */
  indent: 12.7,
  issuerSize: 13,
  /** A third to a half of the line of text. */
  issuerRule: 0.4,
  nationSize: 13,
  mottoSize: 14,
  numberSize: 13,
  aboutSize: 12,
  placeSize: 14,
  /** The heads may reach out to the left, so that the nation's name stays on one line. */
  headOverhang: 8,
  titleSize: 14,
  summaryRule: 0.35,
  tableSize: 12,
  smallTableSize: 10,
  pageNumberSize: 14,
  recipientsHeadSize: 12,
  recipientsSize: 11,
  /** Room for the seal and the signature. */
  sealRoom: 22,
  /** A letter of joy or mourning: its title, the space of its words, and how far its frame stands from the edge. */
  letterTitleSize: 18,
  letterLeading: 5,
  letterSpacing: 12,
  frameInset: 8,
  /** "Dự thảo", beside the page number. */
  markSize: 12,
  proofSize: 10,
  qrSize: 18,
} as const;
