import type { OptionsSection } from "../section"
import { about } from "./about"
import { data } from "./data"
import { general } from "./general"
import { maps } from "./maps"
import { sites } from "./sites"
import { sources } from "./sources"

/** The parts of the options page, in their order. */
export const sections: readonly OptionsSection[] = [maps, sites, sources, general, data, about]
