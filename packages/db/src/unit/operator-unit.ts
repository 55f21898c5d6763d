/** The unit of the platform's operator: owner of the library of models, inserted by the migrations. */
export const OPERATOR_UNIT_ID = "00000000-0000-4000-8000-000000000001";
