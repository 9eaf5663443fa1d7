// The team's equal words.
import { Synonyms } from '../schema/synonyms.ts'
import { teamDocument } from './team-document.ts'

export const { get: getSynonyms, store: storeSynonyms, replace: replaceSynonyms } = teamDocument('synonyms', Synonyms)
