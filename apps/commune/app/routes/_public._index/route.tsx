export { titleOfPage as meta } from "@gandan/site/shell/page-title";
export { ChooseUnitPage as default } from "@gandan/site/unit/choose-unit-page";
export { chooseUnitLoader as loader } from "@gandan/site/unit/units.server";
