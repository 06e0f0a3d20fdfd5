// Written by `npm run api` from docs/openapi.json. Do not edit.

export interface paths {
  '/stories': {
    /** listRiver: Released stories, newest first, narrowed as rivers are */
    get: {
      parameters: { query?: { lang?: string; section?: string; project?: string; place?: string; topic?: string; year?: string; limit?: number; cursor?: string; fields?: Array<"story" | "language" | "slug" | "url" | "headline" | "summary" | "publishedAt" | "publishedOn" | "modifiedAt" | "section" | "projects" | "places"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['StoryList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** fileStory: File a story with its first edition, as a draft */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['Filing'] } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Filed'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/stories/{slug}': {
    /** findStory: A released story. One that moved answers 301, one that was withdrawn 410. */
    get: {
      parameters: { query?: { lang?: string; fields?: Array<"story" | "language" | "slug" | "url" | "headline" | "summary" | "publishedAt" | "publishedOn" | "modifiedAt" | "section" | "projects" | "places" | "kind" | "body" | "byline" | "dateline" | "activity" | "topics" | "people" | "statements" | "corrections" | "editions"> }; header?: never; path: { slug: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Story'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/search': {
    /** listMatches: Released stories that match words, the best first; where there are very many, the newest */
    get: {
      parameters: { query: { q: string; lang?: string; limit?: number; cursor?: string; fields?: Array<"story" | "language" | "slug" | "url" | "headline" | "summary" | "publishedAt" | "publishedOn" | "modifiedAt" | "section" | "projects" | "places"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['StoryList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/newsroom': {
    /** readSettings: The newsroom as readers meet it */
    get: {
      parameters: { query?: { fields?: Array<"name" | "tagline" | "languages" | "timeZone" | "url"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Newsroom'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/sections': {
    /** readSections: Sections */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; fields?: Array<"id" | "name" | "alternativeNames" | "isArchived" | "slug"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['SectionList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/projects': {
    /** readProjects: Projects */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; fields?: Array<"id" | "slug" | "acronym" | "title" | "status" | "starts" | "ends" | "alternativeNames" | "isArchived"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['ProjectList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/projects/{slug}': {
    /** readProject: A project, with those who fund and join it */
    get: {
      parameters: { query?: { fields?: Array<"id" | "slug" | "acronym" | "title" | "status" | "starts" | "ends" | "alternativeNames" | "isArchived" | "url" | "description" | "objectives" | "contact" | "funders" | "partners" | "places"> }; header?: never; path: { slug: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Project'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/places': {
    /** readPlaces: Countries, regions of the world, and cities */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; fields?: Array<"code" | "kind" | "within" | "name" | "latitude" | "longitude" | "alternativeNames" | "isArchived"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['PlaceList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/topics': {
    /** readTopics: Topics, which form a tree */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; fields?: Array<"id" | "name" | "alternativeNames" | "isArchived" | "slug" | "within"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['TopicList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/organisations': {
    /** readOrganisations: Those who fund and join projects */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; fields?: Array<"id" | "name" | "alternativeNames" | "isArchived" | "slug" | "acronym" | "site"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['OrganisationList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/me': {
    /** readOwnProfile: Whose key this is, and what it may do */
    get: {
      parameters: { query?: { fields?: Array<"id" | "name" | "email" | "language" | "mailWish" | "role" | "projects" | "sections" | "languages" | "scopes"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Me'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** changeProfile: Change one’s own name, language, and when mail comes */
    put: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['Profile'] } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/overview': {
    /** readOverview: What waits, is scheduled, is overdue */
    get: {
      parameters: { query?: { fields?: Array<"toClear" | "own" | "behind" | "scheduled" | "overdue" | "clearedAlone" | "tasks" | "latest"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Overview'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/notices': {
    /** findNotices: What is new, newest first */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; fields?: Array<"id" | "edition" | "headline" | "kind" | "by" | "words" | "at"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['NoticeList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/notices/seen': {
    /** seeNotices: Say that notices were seen: some by their ids, those of an edition, or all */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['NoticesSeen'] } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions': {
    /** listEditions: The editions that one may read */
    get: {
      parameters: { query?: { state?: "draft" | "in review" | "cleared" | "scheduled" | "released" | "withdrawn"; text?: string; language?: string; section?: string | "none"; project?: string; place?: string; topic?: string; person?: string; organisation?: string; assignee?: string; author?: string; releasedFrom?: string; releasedBefore?: string; own?: "true" | "false"; stale?: "true" | "false"; order?: "saved" | "released" | "match"; limit?: number; cursor?: string; fields?: Array<"edition" | "story" | "language" | "headline" | "state" | "savedAt" | "savedBy" | "section" | "projects" | "shownFrom" | "shownUntil" | "hasDraftWaiting" | "toCome" | "plannedFor" | "publishedAt" | "revision"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['EditionList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/translations': {
    /** listTranslations: Stories by language, last filed first: who has which edition, and how far each follows its source */
    get: {
      parameters: { query?: { releasedIn?: string; behindIn?: string; behind?: "stale" | "missing" | "either"; section?: string; project?: string; owner?: string; limit?: number; cursor?: string; fields?: Array<"story" | "editions" | "others"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['TranslationMatrix'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/changes': {
    /** changeStories: Make one change to the facts of many stories, or ask someone about all of them; readers have it at once where one may release it */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['StoryChangeInput'] } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['StoryChange'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** listChanges: One’s own changes of many stories that can still be undone, the last first */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; fields?: Array<"id" | "by" | "what" | "begunAt" | "undoneAt" | "stories"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['StoryChangeList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/changes/{change}': {
    /** readChange: What became of each story of a change */
    get: {
      parameters: { query?: { fields?: Array<"id" | "by" | "what" | "begunAt" | "undoneAt" | "mayUndo" | "items"> }; header?: never; path: { change: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['StoryChange'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** undoChange: Put back what a change changed, in each story that nobody saved since */
    delete: {
      parameters: { query?: never; header?: never; path: { change: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/views': {
    /** listViews: The views of the list that one has, by name: one’s own, and what others share with all */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; fields?: Array<"id" | "name" | "query" | "isShared" | "by" | "mayRemove"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['ViewList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** saveView: Keep what narrows the list under a name */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['View'] } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Made'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/views/{view}': {
    /** removeView: Remove a view */
    delete: {
      parameters: { query?: never; header?: never; path: { view: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/stories/{story}/editions': {
    /** fileEdition: Give a story an edition in one more language, as a draft */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { story: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['Filing'] } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Filed'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}': {
    /** readWriting: The latest revision of an edition, and where it stands. Its ETag names the revision. */
    get: {
      parameters: { query?: { fields?: Array<"edition" | "story" | "language" | "state" | "revision" | "content" | "savedBy" | "savedAt" | "plannedFor" | "shown" | "pen" | "steps"> }; header?: never; path: { edition: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Edition'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** saveRevision: Save the next revision, if it was made from the latest */
    put: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { edition: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['ContentInput'] } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Saved'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** deleteDraft: Delete an edition that readers never had, and its story where it is the only one; for thirty days it can be brought back */
    delete: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { edition: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    post?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/findings': {
    /** checkEdition: What the house’s checks find in the latest revision */
    get: {
      parameters: { query?: { fields?: Array<"id" | "check" | "level" | "field" | "place" | "says" | "mend"> }; header?: never; path: { edition: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['FindingList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/pen': {
    /** takePen: Take or renew the pen, so that people at the desk see that someone is writing */
    put: {
      parameters: { query?: never; header?: never; path: { edition: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['Pen'] } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Saved'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** putDownPen: Put the pen down */
    delete: {
      parameters: { query: { tab: string }; header?: never; path: { edition: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/deleted-drafts': {
    /** listDeletedDrafts: The deleted drafts that one may read and that can still be brought back, the last first */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; fields?: Array<"edition" | "story" | "isWholeStory" | "language" | "headline" | "section" | "projects" | "deletedAt" | "deletedBy" | "until" | "mayBringBack"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['DeletedDraftList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/deleted-drafts/{edition}/return': {
    /** bringBackDraft: Bring a deleted draft back as it was, with its revisions, comments, tasks and links; one that is there stays as it is */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { edition: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/revisions': {
    /** listRevisions: The revisions of an edition, latest first */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; fields?: Array<"number" | "savedBy" | "savedAt" | "isAutosave" | "name" | "hash"> }; header?: never; path: { edition: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['RevisionList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/revisions/{number}': {
    /** readRevision: What a revision says */
    get: {
      parameters: { query?: { fields?: Array<"number" | "content"> }; header?: never; path: { edition: string; number: number }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Revision'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/revisions/{number}/comparison': {
    /** compareContents: What changed up to a revision, field by field */
    get: {
      parameters: { query: { from: number; fields?: Array<"from" | "to" | "changes"> }; header?: never; path: { edition: string; number: number }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Comparison'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/revisions/{number}/name': {
    /** nameRevision: Give a revision a name, so that it is found again; an empty one takes it away */
    put: {
      parameters: { query?: never; header?: never; path: { edition: string; number: number }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['RevisionName'] } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/restorations': {
    /** restoreRevision: Make an earlier revision the latest again, as a new one */
    post: {
      parameters: { query?: never; header: { 'If-Match': string; 'Idempotency-Key'?: string }; path: { edition: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['Restoration'] } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Saved'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/review': {
    /** sendForReview: Hand the latest revision over to the editors who may clear it */
    post: {
      parameters: { query?: never; header: { 'If-Match': string; 'Idempotency-Key'?: string }; path: { edition: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['Sending'] } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** takeBack: Take a text back from review, to go on writing */
    delete: {
      parameters: { query?: never; header?: never; path: { edition: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/sent-back': {
    /** sendBack: Send a text back to those who wrote it */
    post: {
      parameters: { query?: never; header: { 'If-Match': string; 'Idempotency-Key'?: string }; path: { edition: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['SendingBack'] } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/clearance': {
    /** clearStory: Clear the revision that If-Match names, for release */
    post: {
      parameters: { query?: never; header: { 'If-Match': string; 'Idempotency-Key'?: string }; path: { edition: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['Clearance'] } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/clearance/{step}/look': {
    /** lookAtClearing: Look, as a second person, at what one cleared alone */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { edition: string; step: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/comments': {
    /** findThreads: The threads of comments on an edition, oldest first, each with all that was said in it */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; fields?: Array<"id" | "anchor" | "isResolved" | "comments"> }; header?: never; path: { edition: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['ThreadList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** addComment: Comment on a text, at a place in it or as a whole */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { edition: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['Comment'] } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Made'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/comments/{thread}/resolution': {
    /** resolveThread: Close a thread, or open it again */
    put: {
      parameters: { query?: never; header?: never; path: { edition: string; thread: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['Resolution'] } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/assignments': {
    /** findAssignments: What is asked of whom and not done yet, by its day */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; fields?: Array<"id" | "member" | "task" | "dueOn"> }; header?: never; path: { edition: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['AssignmentList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** assignStory: Ask a member to do something with a story */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { edition: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['Assignment'] } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Made'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/assignments/{assignment}/completion': {
    /** finishAssignment: Say that what was asked is done */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { edition: string; assignment: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/private-links': {
    /** findPrivateLinks: The links by which people outside see a draft, newest first, with what they answered (fifty times at most) */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; fields?: Array<"id" | "forWhom" | "revision" | "madeBy" | "madeAt" | "expiresAt" | "revokedAt" | "answers"> }; header?: never; path: { edition: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['PrivateLinkList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** makePrivateLink: Make a link that shows the latest revision to people without an account; it is told once */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { edition: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['PrivateLink'] } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['MadePrivateLink'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/private-links/{link}': {
    /** revokePrivateLink: Take a link back at once */
    delete: {
      parameters: { query?: never; header?: never; path: { edition: string; link: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/plan': {
    /** planRelease: Say when a text should go out; null takes the wish back */
    put: {
      parameters: { query?: never; header?: never; path: { edition: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['Plan'] } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/release': {
    /** releaseStory: Put the revision that If-Match names before readers, now or at a time */
    post: {
      parameters: { query?: never; header: { 'If-Match': string; 'Idempotency-Key'?: string }; path: { edition: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['Release'] } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Made'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** withdrawStory: Take an edition from readers; its addresses answer 410 with the reason */
    delete: {
      parameters: { query: { reason: string }; header?: never; path: { edition: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/corrections': {
    /** correctStory: Release with a public note that says what was wrong */
    post: {
      parameters: { query?: never; header: { 'If-Match': string; 'Idempotency-Key'?: string }; path: { edition: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['Correction'] } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Made'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/schedule': {
    /** callOffRelease: Call off what is scheduled; what readers see meanwhile stays */
    delete: {
      parameters: { query?: never; header?: never; path: { edition: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/slug': {
    /** changeSlug: Give a released edition a new address; the old one answers 301 for ever */
    put: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { edition: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['Slug'] } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/translations': {
    /** translateEdition: Make an edition in another language from this one, with its structure */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { edition: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['NewTranslation'] } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Made'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/passages': {
    /** readSideBySide: A translation laid beside its source, passage by passage */
    get: {
      parameters: { query?: { fields?: Array<"edition" | "source" | "revision" | "sourceRevision" | "passages"> }; header?: never; path: { edition: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['SideBySide'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** writePassages: Write passages, and mark some done */
    patch: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { edition: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['PassagesWritten'] } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Saved'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    trace?: never
  }
  '/editions/{edition}/passages/done': {
    /** markPassages: Stand by passages as they are: these, or all */
    post: {
      parameters: { query?: never; header: { 'If-Match': string; 'Idempotency-Key'?: string }; path: { edition: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['PassagesDone'] } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/structure': {
    /** takeStructure: Take over how the source is built now; what is translated stays */
    post: {
      parameters: { query?: never; header: { 'If-Match': string; 'Idempotency-Key'?: string }; path: { edition: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['StructureTaken'] } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Saved'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/minor-change': {
    /** spareTranslations: Say that the last change of this edition does not concern its translations */
    post: {
      parameters: { query?: never; header: { 'If-Match': string; 'Idempotency-Key'?: string }; path: { edition: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/editions/{edition}/machine-draft': {
    /** fillByMachine: Have a machine translate what waits; it stays marked until a person has stood by it */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { edition: string }; cookie?: never }
      requestBody?: never
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Filled'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/xliff': {
    /** exportXliff: Translations as one XLIFF 2.1 document for translators */
    get: {
      parameters: { query: { editions: string; fields?: Array<"text" | "from" | "to"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Xliff'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** importTranslation: Take a document in that came back from translators */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['XliffTaking'] } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['XliffTaken'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/xliff/plan': {
    /** previewImport: What a document that came back would change; nothing is changed */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['XliffInput'] } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['XliffPlan'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/registers/{register}': {
    /** listEntries: The entries of a register by name, sections in their order */
    get: {
      parameters: { query?: { text?: string; archived?: "true" | "false"; language?: string; limit?: number; cursor?: string; fields?: Array<"id" | "slug" | "name" | "acronym" | "otherNames" | "isArchived" | "kind"> }; header?: never; path: { register: "sections" | "projects" | "organisations" | "places" | "topics" | "people" }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['EntryList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** addEntry: Add an entry; an empty slug is made of its name */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { register: "sections" | "projects" | "organisations" | "places" | "topics" | "people" }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['Entry'] } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['AddedEntry'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/registers/{register}/entries/{id}': {
    /** requireEntry: An entry, archived and merged ones too. Its ETag names the version. */
    get: {
      parameters: { query?: { fields?: Array<"id" | "version" | "archivedAt" | "mergedInto" | "entry"> }; header?: never; path: { register: "sections" | "projects" | "organisations" | "places" | "topics" | "people"; id: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['HeldEntry'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** changeEntry: Change all that an entry says, but for its slug */
    put: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { register: "sections" | "projects" | "organisations" | "places" | "topics" | "people"; id: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['Entry'] } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/registers/{register}/entries/{id}/slug': {
    /** moveEntry: Give an entry a new address; the old one leads to it for ever */
    put: {
      parameters: { query?: never; header?: never; path: { register: "sections" | "projects" | "organisations" | "places" | "topics" | "people"; id: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['EntrySlug'] } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/registers/{register}/entries/{id}/archive': {
    /** archiveEntry: Archive an entry: it is not chosen any more, and its pages stay and say so */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { register: "sections" | "projects" | "organisations" | "places" | "topics" | "people"; id: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** bringBackEntry: Take an entry out of the archive */
    delete: {
      parameters: { query?: never; header?: never; path: { register: "sections" | "projects" | "organisations" | "places" | "topics" | "people"; id: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/registers/{register}/entries/{id}/merge': {
    /** mergeEntries: Merge an entry into another: its stories follow, its addresses lead there */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { register: "sections" | "projects" | "organisations" | "places" | "topics" | "people"; id: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['Merge'] } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** undoMerge: Take a merged entry out of the other again */
    delete: {
      parameters: { query?: never; header?: never; path: { register: "sections" | "projects" | "organisations" | "places" | "topics" | "people"; id: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/registers/{register}/table': {
    /** exportEntries: A register as a table */
    get: {
      parameters: { query?: { archived?: "true" | "false"; fields?: Array<"csv"> }; header?: never; path: { register: "sections" | "projects" | "organisations" | "places" | "topics" | "people" }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Table'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** importEntries: Bring a table in: exactly what was planned and agreed to */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { register: "sections" | "projects" | "organisations" | "places" | "topics" | "people" }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['AgreedTable'] } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['TablePlan'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/registers/{register}/table/plan': {
    /** planImport: What a table would add and change; nothing is changed */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { register: "sections" | "projects" | "organisations" | "places" | "topics" | "people" }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['TableInput'] } }
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['TablePlan'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/members': {
    /** listMembers: Who works here, by name */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; fields?: Array<"id" | "version" | "name" | "email" | "state" | "role" | "projects" | "sections" | "languages"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['MemberList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** inviteMember: Invite someone; the link goes to their address and to nobody else */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['Invitation'] } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Made'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/members/{member}': {
    /** requireMember: A member. Its ETag names the version. */
    get: {
      parameters: { query?: { fields?: Array<"id" | "version" | "name" | "email" | "state" | "role" | "projects" | "sections" | "languages"> }; header?: never; path: { member: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Member'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** changeMember: Change a member’s name, role, and what is given to them */
    put: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { member: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['MemberChange'] } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/members/{member}/invitation': {
    /** inviteAgain: Send a new link to somebody who has not come in yet */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { member: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/members/{member}/suspension': {
    /** suspendMember: Keep a member out from this moment on */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path: { member: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** reinstateMember: Let a member in again */
    delete: {
      parameters: { query?: never; header?: never; path: { member: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/house-rules': {
    /** readHouseRules: What the house asks of its texts. Its ETag names the version. */
    get: {
      parameters: { query?: { fields?: Array<"version" | "levels" | "style" | "secondPair"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['HouseRules'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** changeHouseRules: Change what the house asks; what is absent stays */
    patch: {
      parameters: { query?: never; header: { 'If-Match': string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['HouseRulesChange'] } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    trace?: never
  }
  '/visibility-rules': {
    /** readVisibilityRules: What funders want said beside what they pay for, in the order in which it was filed */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; fields?: Array<"id" | "version" | "funder" | "project" | "statement" | "disclaimer" | "emblems" | "places" | "from" | "until"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['VisibilityRuleList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** fileVisibilityRule: File what a funder wants said */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['VisibilityRule'] } }
      responses: {
        201: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Made'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/visibility-rules/{rule}': {
    /** requireVisibilityRule: What a funder wants said. Its ETag names the version, in which emblems do not count. */
    get: {
      parameters: { query?: { fields?: Array<"id" | "version" | "funder" | "project" | "statement" | "disclaimer" | "emblems" | "places" | "from" | "until"> }; header?: never; path: { rule: string }; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['HeldVisibilityRule'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** changeVisibilityRule: Change a rule as a whole */
    put: {
      parameters: { query?: never; header: { 'If-Match': string }; path: { rule: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['VisibilityRule'] } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** removeVisibilityRule: Strike a rule out, as if it had never been */
    delete: {
      parameters: { query?: never; header?: never; path: { rule: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    post?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/visibility-rules/{rule}/emblems/{language}': {
    /** changeEmblem: Put a funder’s emblem beside its statement, for readers of a language */
    put: {
      parameters: { query?: never; header?: never; path: { rule: string; language: string }; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['Drawing'] } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** removeEmblem: Show the statement without this emblem */
    delete: {
      parameters: { query?: never; header?: never; path: { rule: string; language: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/keys': {
    /** listKeys: The keys of this newsroom, newest first; new ones are made at the desk */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; fields?: Array<"id" | "member" | "memberName" | "name" | "prefix" | "scopes" | "madeAt" | "madeBy" | "expiresAt" | "lastUsedAt" | "revokedAt"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['KeyList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/keys/{key}': {
    /** revokeKey: End a key at once, for good */
    delete: {
      parameters: { query?: never; header?: never; path: { key: string }; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    put?: never
    post?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/settings': {
    /** readOwnSettings: What the newsroom is called, speaks and looks like, as it is changed. Its ETag names the version. */
    get: {
      parameters: { query?: { fields?: Array<"version" | "name" | "tagline" | "languages" | "timeZone" | "accent" | "navigation" | "footer" | "logo"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['Settings'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** changeSettings: Change what the newsroom is called, speaks and looks like */
    put: {
      parameters: { query?: never; header: { 'If-Match': string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['SettingsChange'] } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/settings/logo': {
    /** changeLogo: Put a logo in place of the name at the head of every page */
    put: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['Drawing'] } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** removeLogo: Show the name again where the logo stood */
    delete: {
      parameters: { query?: never; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    get?: never
    post?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/old-addresses': {
    /** listOldAddresses: Old addresses that were added by hand, the last first */
    get: {
      parameters: { query?: { text?: string; limit?: number; cursor?: string; fields?: Array<"path" | "target" | "edition" | "headline" | "addedBy" | "addedAt"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['OldAddressList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** addOldAddress: Say where an old address leads: to a story, wherever that moves, or to a page of this site */
    post: {
      parameters: { query?: never; header?: { 'Idempotency-Key'?: string }; path?: never; cookie?: never }
      requestBody: { content: { 'application/json': components['schemas']['OldAddress'] } }
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    /** removeOldAddress: Take back an address that was added by hand */
    delete: {
      parameters: { query: { path: string }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        204: { headers: { [name: string]: unknown }; content?: never }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/old-addresses/trial': {
    /** tryAddress: What an address of this site answers now */
    get: {
      parameters: { query: { path: string; fields?: Array<"path" | "kind" | "location" | "byHand"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['TriedAddress'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/missed-addresses': {
    /** listMissedAddresses: What readers asked for and did not find, the most missed first */
    get: {
      parameters: { query?: { limit?: number; cursor?: string; fields?: Array<"path" | "hits" | "firstAt" | "lastAt"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['MissedAddressList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
  '/audit': {
    /** findActs: Who did what to what, from where, newest first */
    get: {
      parameters: { query?: { text?: string; member?: string; act?: string; kind?: "edition" | "story" | "section" | "project" | "organisation" | "place" | "topic" | "person" | "visibility rule" | "member" | "settings" | "address" | "batch" | "key" | "view"; object?: string; from?: string; until?: string; limit?: number; cursor?: string; fields?: Array<"id" | "at" | "member" | "by" | "act" | "kind" | "object" | "name" | "details" | "surface" | "address"> }; header?: never; path?: never; cookie?: never }
      requestBody?: never
      responses: {
        200: { headers: { [name: string]: unknown }; content: { 'application/json': components['schemas']['ActList'] } }
        '4XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
        '5XX': { headers: { [name: string]: unknown }; content: { 'application/problem+json': components['schemas']['Problem'] } }
      }
    }
    parameters: { query?: never; header?: never; path?: never; cookie?: never }
    put?: never
    post?: never
    delete?: never
    options?: never
    head?: never
    patch?: never
    trace?: never
  }
}

export interface components {
  schemas: {
    Body: {
      type: "doc"
      content: Array<{
        type: "paragraph"
        content?: undefined | Array<{
          type: "text"
          text: string
          marks?: undefined | Array<{
            type: "bold"
          } | {
            type: "italic"
          } | {
            type: "link"
            attrs: {
              href: string
            }
          }>
        } | {
          type: "hardBreak"
          marks?: undefined | Array<{
            type: "bold"
          } | {
            type: "italic"
          } | {
            type: "link"
            attrs: {
              href: string
            }
          }>
        } | {
          type: "footnote"
          attrs: {
            text: string
          }
          marks?: undefined | Array<{
            type: "bold"
          } | {
            type: "italic"
          } | {
            type: "link"
            attrs: {
              href: string
            }
          }>
        }>
      } | {
        type: "heading"
        attrs: {
          level: 2 | 3 | 4
        }
        content?: undefined | Array<{
          type: "text"
          text: string
          marks?: undefined | Array<{
            type: "bold"
          } | {
            type: "italic"
          } | {
            type: "link"
            attrs: {
              href: string
            }
          }>
        } | {
          type: "hardBreak"
          marks?: undefined | Array<{
            type: "bold"
          } | {
            type: "italic"
          } | {
            type: "link"
            attrs: {
              href: string
            }
          }>
        } | {
          type: "footnote"
          attrs: {
            text: string
          }
          marks?: undefined | Array<{
            type: "bold"
          } | {
            type: "italic"
          } | {
            type: "link"
            attrs: {
              href: string
            }
          }>
        }>
      } | components['schemas']['BodyBulletList'] | {
        type: "orderedList"
        attrs?: undefined | {
          start: number
        }
        content: Array<components['schemas']['BodyListItem']>
      } | {
        type: "blockquote"
        attrs?: undefined | {
          attribution: string | null
        }
        content: Array<{
          type: "paragraph"
          content?: undefined | Array<{
            type: "text"
            text: string
            marks?: undefined | Array<{
              type: "bold"
            } | {
              type: "italic"
            } | {
              type: "link"
              attrs: {
                href: string
              }
            }>
          } | {
            type: "hardBreak"
            marks?: undefined | Array<{
              type: "bold"
            } | {
              type: "italic"
            } | {
              type: "link"
              attrs: {
                href: string
              }
            }>
          } | {
            type: "footnote"
            attrs: {
              text: string
            }
            marks?: undefined | Array<{
              type: "bold"
            } | {
              type: "italic"
            } | {
              type: "link"
              attrs: {
                href: string
              }
            }>
          }>
        } | components['schemas']['BodyBulletList'] | {
          type: "orderedList"
          attrs?: undefined | {
            start: number
          }
          content: Array<components['schemas']['BodyListItem']>
        }>
      } | {
        type: "horizontalRule"
      } | {
        type: "table"
        content: Array<{
          type: "tableRow"
          content?: undefined | Array<{
            type: "tableHeader"
            attrs: {
              colspan?: undefined | number
              rowspan?: undefined | number
              colwidth?: undefined | unknown
            }
            content: Array<{
              type: "paragraph"
              content?: undefined | Array<{
                type: "text"
                text: string
                marks?: undefined | Array<{
                  type: "bold"
                } | {
                  type: "italic"
                } | {
                  type: "link"
                  attrs: {
                    href: string
                  }
                }>
              } | {
                type: "hardBreak"
                marks?: undefined | Array<{
                  type: "bold"
                } | {
                  type: "italic"
                } | {
                  type: "link"
                  attrs: {
                    href: string
                  }
                }>
              } | {
                type: "footnote"
                attrs: {
                  text: string
                }
                marks?: undefined | Array<{
                  type: "bold"
                } | {
                  type: "italic"
                } | {
                  type: "link"
                  attrs: {
                    href: string
                  }
                }>
              }>
            } | components['schemas']['BodyBulletList'] | {
              type: "orderedList"
              attrs?: undefined | {
                start: number
              }
              content: Array<components['schemas']['BodyListItem']>
            }>
          } | {
            type: "tableCell"
            attrs: {
              colspan?: undefined | number
              rowspan?: undefined | number
              colwidth?: undefined | unknown
            }
            content: Array<{
              type: "paragraph"
              content?: undefined | Array<{
                type: "text"
                text: string
                marks?: undefined | Array<{
                  type: "bold"
                } | {
                  type: "italic"
                } | {
                  type: "link"
                  attrs: {
                    href: string
                  }
                }>
              } | {
                type: "hardBreak"
                marks?: undefined | Array<{
                  type: "bold"
                } | {
                  type: "italic"
                } | {
                  type: "link"
                  attrs: {
                    href: string
                  }
                }>
              } | {
                type: "footnote"
                attrs: {
                  text: string
                }
                marks?: undefined | Array<{
                  type: "bold"
                } | {
                  type: "italic"
                } | {
                  type: "link"
                  attrs: {
                    href: string
                  }
                }>
              }>
            } | components['schemas']['BodyBulletList'] | {
              type: "orderedList"
              attrs?: undefined | {
                start: number
              }
              content: Array<components['schemas']['BodyListItem']>
            }>
          }>
        }>
      } | {
        type: "callout"
        attrs: {
          kind: "note" | "background" | "contact"
        }
        content: Array<{
          type: "paragraph"
          content?: undefined | Array<{
            type: "text"
            text: string
            marks?: undefined | Array<{
              type: "bold"
            } | {
              type: "italic"
            } | {
              type: "link"
              attrs: {
                href: string
              }
            }>
          } | {
            type: "hardBreak"
            marks?: undefined | Array<{
              type: "bold"
            } | {
              type: "italic"
            } | {
              type: "link"
              attrs: {
                href: string
              }
            }>
          } | {
            type: "footnote"
            attrs: {
              text: string
            }
            marks?: undefined | Array<{
              type: "bold"
            } | {
              type: "italic"
            } | {
              type: "link"
              attrs: {
                href: string
              }
            }>
          }>
        } | components['schemas']['BodyBulletList'] | {
          type: "orderedList"
          attrs?: undefined | {
            start: number
          }
          content: Array<components['schemas']['BodyListItem']>
        }>
      } | {
        type: "embed"
        attrs: {
          url: string
          title: string
        }
      }>
    }
    BodyBulletList: {
      type: "bulletList"
      content: Array<components['schemas']['BodyListItem']>
    }
    BodyListItem: {
      type: "listItem"
      content: Array<{
        type: "paragraph"
        content?: undefined | Array<{
          type: "text"
          text: string
          marks?: undefined | Array<{
            type: "bold"
          } | {
            type: "italic"
          } | {
            type: "link"
            attrs: {
              href: string
            }
          }>
        } | {
          type: "hardBreak"
          marks?: undefined | Array<{
            type: "bold"
          } | {
            type: "italic"
          } | {
            type: "link"
            attrs: {
              href: string
            }
          }>
        } | {
          type: "footnote"
          attrs: {
            text: string
          }
          marks?: undefined | Array<{
            type: "bold"
          } | {
            type: "italic"
          } | {
            type: "link"
            attrs: {
              href: string
            }
          }>
        }>
      } | components['schemas']['BodyBulletList'] | {
        type: "orderedList"
        attrs?: undefined | {
          start: number
        }
        content: Array<components['schemas']['BodyListItem']>
      }>
    }
    Inlines: Array<{
      type: "text"
      text: string
      marks?: undefined | Array<{
        type: "bold"
      } | {
        type: "italic"
      } | {
        type: "link"
        attrs: {
          href: string
        }
      }>
    } | {
      type: "hardBreak"
      marks?: undefined | Array<{
        type: "bold"
      } | {
        type: "italic"
      } | {
        type: "link"
        attrs: {
          href: string
        }
      }>
    } | {
      type: "footnote"
      attrs: {
        text: string
      }
      marks?: undefined | Array<{
        type: "bold"
      } | {
        type: "italic"
      } | {
        type: "link"
        attrs: {
          href: string
        }
      }>
    }>
    Problem: {
      type: string
      title: string
      status: number
      detail: string
      code: string
      errors?: undefined | Array<{
        pointer: string
        detail: string
      }>
      latest?: undefined | number
      changed?: undefined | Array<string>
      [more: string]: unknown
    }
    StoryList: {
      items: Array<components['schemas']['StoryItem']>
      next: string | null
    }
    PlaceCard: {
      code: string
      kind: "country" | "region" | "city"
      name: { [name: string]: string }
    }
    ProjectCard: {
      slug: string
      acronym: string | null
      title: { [name: string]: string }
      status: "planned" | "running" | "closed"
    }
    StoryItem: {
      story: string
      language: string
      slug: string
      url: string
      headline: string
      summary: string
      publishedAt: string
      publishedOn: string
      modifiedAt: string | null
      section: {
        slug: string
        name: { [name: string]: string }
      } | null
      projects: Array<components['schemas']['ProjectCard']>
      places: Array<components['schemas']['PlaceCard']>
    }
    Story: {
      story: string
      language: string
      slug: string
      url: string
      headline: string
      summary: string
      publishedAt: string
      publishedOn: string
      modifiedAt: string | null
      section: {
        slug: string
        name: { [name: string]: string }
      } | null
      projects: Array<components['schemas']['ProjectCard']>
      places: Array<components['schemas']['PlaceCard']>
      kind: "news" | "feature" | "interview" | "statement" | "press release" | "event report" | "announcement"
      body: components['schemas']['Body']
      byline: string | null
      dateline: {
        place: string
        date: string | null
      } | null
      activity: {
        type: string
        name: string | null
        starts: string | null
        ends: string | null
        place: components['schemas']['PlaceCard'] | null
        isOnline: boolean
        organisers: Array<components['schemas']['Party']>
        partners: Array<components['schemas']['Party']>
        participants: number | null
      } | null
      topics: Array<{
        slug: string
        name: { [name: string]: string }
      }>
      people: Array<{
        slug: string
        name: { [name: string]: string }
        role: { [name: string]: string }
      }>
      statements: Array<{
        funder: string
        funderName: { [name: string]: string }
        covers: Array<string>
        statement: {
          words: string
          language: string
        } | null
        disclaimer: {
          words: string
          language: string
        } | null
        emblem: {
          url: string
          width: number
          height: number
          language: string
        } | null
      }>
      corrections: Array<{
        at: string
        note: string
      }>
      editions: Array<{
        language: string
        slug: string
        url: string
        headline: string
      }>
    }
    Party: {
      slug: string
      name: { [name: string]: string }
      acronym: string | null
      site: string | null
    }
    Newsroom: {
      name: { [name: string]: string }
      tagline: { [name: string]: string }
      languages: Array<string>
      timeZone: string
      url: string
    }
    SectionList: {
      items: Array<components['schemas']['Section']>
      next: string | null
    }
    Section: {
      id: string
      name: { [name: string]: string }
      alternativeNames: Array<string>
      isArchived: boolean
      slug: string
    }
    ProjectList: {
      items: Array<components['schemas']['ProjectItem']>
      next: string | null
    }
    ProjectItem: {
      id: string
      slug: string
      acronym: string | null
      title: { [name: string]: string }
      status: "planned" | "running" | "closed"
      starts: string | null
      ends: string | null
      alternativeNames: Array<string>
      isArchived: boolean
    }
    Project: {
      id: string
      slug: string
      acronym: string | null
      title: { [name: string]: string }
      status: "planned" | "running" | "closed"
      starts: string | null
      ends: string | null
      alternativeNames: Array<string>
      isArchived: boolean
      url: string
      description: { [name: string]: string }
      objectives: { [name: string]: Array<string> }
      contact: string | null
      funders: Array<{
        slug: string
        name: { [name: string]: string }
        acronym: string | null
        site: string | null
        grantReference: string | null
        share: number | null
      }>
      partners: Array<{
        slug: string
        name: { [name: string]: string }
        acronym: string | null
        site: string | null
        role: string | null
      }>
      places: Array<components['schemas']['PlaceCard']>
    }
    PlaceList: {
      items: Array<components['schemas']['Place']>
      next: string | null
    }
    Place: {
      code: string
      kind: "country" | "region" | "city"
      within: string | null
      name: { [name: string]: string }
      latitude: number | null
      longitude: number | null
      alternativeNames: Array<string>
      isArchived: boolean
    }
    TopicList: {
      items: Array<components['schemas']['Topic']>
      next: string | null
    }
    Topic: {
      id: string
      name: { [name: string]: string }
      alternativeNames: Array<string>
      isArchived: boolean
      slug: string
      within: string | null
    }
    OrganisationList: {
      items: Array<components['schemas']['Organisation']>
      next: string | null
    }
    Organisation: {
      id: string
      name: { [name: string]: string }
      alternativeNames: Array<string>
      isArchived: boolean
      slug: string
      acronym: string | null
      site: string | null
    }
    Me: {
      id: string
      name: string
      email: string
      language: string | null
      mailWish: "at once" | "daily" | "never"
      role: "contributor" | "editor" | "chief editor" | "observer" | "administrator"
      projects: Array<string> | null
      sections: Array<string> | null
      languages: Array<string> | null
      scopes: Array<"read" | "write" | "release" | "registers" | "people" | "settings">
    }
    Profile: {
      name: string
      language: string | null
      mailWish: "at once" | "daily" | "never"
    }
    Overview: {
      toClear: Array<components['schemas']['EditionLine']>
      own: Array<components['schemas']['EditionLine']>
      behind: Array<components['schemas']['EditionLine']>
      scheduled: Array<components['schemas']['EditionLine']>
      overdue: Array<components['schemas']['EditionLine']>
      clearedAlone: Array<{
        step: string
        edition: string
        headline: string
        by: string
        isOwn: boolean
        mayLook: boolean
        at: string
        reason: string
      }>
      tasks: Array<{
        id: string
        edition: string
        headline: string
        task: string
        dueOn: string | null
        givenBy: string
      }>
      latest: Array<components['schemas']['EditionLine']>
    }
    EditionLine: {
      edition: string
      story: string
      language: string
      headline: string
      state: "draft" | "in review" | "cleared" | "scheduled" | "released" | "withdrawn"
      savedAt: string
      savedBy: string
      section: string | null
      projects: Array<string>
      shownFrom: string | null
      shownUntil: string | null
      hasDraftWaiting: boolean
      toCome: {
        at: string
        isEmbargoed: boolean
      } | null
      plannedFor: string | null
      publishedAt: string | null
      revision: number
    }
    NoticeList: {
      items: Array<components['schemas']['Notice']>
      next: string | null
    }
    Notice: {
      id: string
      edition: string | null
      headline: string
      kind: "waits for review" | "sent back" | "cleared" | "scheduled" | "under embargo" | "called off" | "released" | "corrected" | "withdrawn" | "deleted" | "mentioned" | "commented" | "assigned" | "pen taken" | "approved" | "refused" | "answered"
      by: string
      words: string
      at: string
    }
    NoticesSeen: {
      notices?: undefined | Array<string>
      edition?: undefined | string
    }
    EditionList: {
      items: Array<components['schemas']['EditionItem']>
      next: string | null
    }
    EditionItem: {
      edition: string
      story: string
      language: string
      headline: string
      state: "draft" | "in review" | "cleared" | "scheduled" | "released" | "withdrawn"
      savedAt: string
      savedBy: string
      section: string | null
      projects: Array<string>
      shownFrom: string | null
      shownUntil: string | null
      hasDraftWaiting: boolean
      toCome: {
        at: string
        isEmbargoed: boolean
      } | null
      plannedFor: string | null
      publishedAt: string | null
      revision: number
    }
    TranslationMatrix: {
      items: Array<components['schemas']['MatrixRow']>
      next: string | null
    }
    MatrixRow: {
      story: string
      editions: Array<{
        edition: string
        language: string
        headline: string
        state: "draft" | "in review" | "cleared" | "scheduled" | "released" | "withdrawn"
        hasDraftWaiting: boolean
        toCome: {
          at: string
          isEmbargoed: boolean
        } | null
        owner: string
        source: string | null
        stale: number
        waiting: number
        machine: number
      }>
      others: Array<string>
    }
    StoryChangeInput: {
      id: string
      editions: Array<string>
      change: {
        kind: "section"
        section: string | null
      } | {
        kind: "add project"
        project: string
      } | {
        kind: "remove project"
        project: string
      } | {
        kind: "add topic"
        topic: string
      } | {
        kind: "remove topic"
        topic: string
      } | {
        kind: "assign"
        member: string
        task: string
        dueOn?: undefined | string | null
      }
    }
    StoryChange: {
      id: string
      by: string
      what: {
        kind: "section"
        section: string | null
      } | {
        kind: "add project"
        project: string
      } | {
        kind: "remove project"
        project: string
      } | {
        kind: "add topic"
        topic: string
      } | {
        kind: "remove topic"
        topic: string
      } | {
        kind: "assign"
        member: string
        task: string
        dueOn: string | null
      }
      begunAt: string
      undoneAt: string | null
      mayUndo: boolean
      items: Array<{
        edition: string
        headline: string
        language: string
        outcome: "waiting" | "released" | "saved" | "draft" | "assigned" | "same" | "left" | "undone"
        reason: string | null
      }>
    }
    StoryChangeList: {
      items: Array<{
        id: string
        by: string
        what: {
          kind: "section"
          section: string | null
        } | {
          kind: "add project"
          project: string
        } | {
          kind: "remove project"
          project: string
        } | {
          kind: "add topic"
          topic: string
        } | {
          kind: "remove topic"
          topic: string
        } | {
          kind: "assign"
          member: string
          task: string
          dueOn: string | null
        }
        begunAt: string
        undoneAt: string | null
        stories: number
      }>
      next: string | null
    }
    ViewList: {
      items: Array<components['schemas']['SavedView']>
      next: string | null
    }
    SavedView: {
      id: string
      name: string
      query: string
      isShared: boolean
      by: string
      mayRemove: boolean
    }
    View: {
      name: string
      query: string
      isShared?: undefined | boolean
    }
    Made: {
      id: string
    }
    Filing: {
      language: string
      content: components['schemas']['ContentInput']
    }
    ContentInput: {
      kind: "news" | "feature" | "interview" | "statement" | "press release" | "event report" | "announcement"
      slug: "" | string
      headline: string
      summary: string
      body: components['schemas']['Body']
      byline: string | null
      dateline: {
        place: string
        date: string | null
      } | null
      section: string | null
      projects: Array<string>
      places: Array<string>
      topics: Array<string>
      people: Array<string>
      activity: {
        type: string
        name: string | null
        starts: string | null
        ends: string | null
        place: string | null
        isOnline: boolean
        organisers: Array<string>
        partners: Array<string>
        participants: number | null
      } | null
      searchTitle?: undefined | string | null
      searchDescription?: undefined | string | null
    }
    Filed: {
      story: string
      edition: string
    }
    Edition: {
      edition: string
      story: string
      language: string
      state: "draft" | "in review" | "cleared" | "scheduled" | "released" | "withdrawn"
      revision: number
      content: components['schemas']['Content']
      savedBy: string
      savedAt: string
      plannedFor: string | null
      shown: {
        revision: number
        from: string
        until: string | null
      } | null
      pen: {
        name: string
        expiresAt: string
      } | null
      steps: Array<{
        id: string
        revision: number
        act: string
        by: string
        at: string
        reason: string | null
        lookedAt: string | null
      }>
    }
    Content: {
      kind: "news" | "feature" | "interview" | "statement" | "press release" | "event report" | "announcement"
      slug: "" | string
      headline: string
      summary: string
      body: components['schemas']['Body']
      byline: string | null
      dateline: {
        place: string
        date: string | null
      } | null
      section: string | null
      projects: Array<string>
      places: Array<string>
      topics: Array<string>
      people: Array<string>
      activity: {
        type: string
        name: string | null
        starts: string | null
        ends: string | null
        place: string | null
        isOnline: boolean
        organisers: Array<string>
        partners: Array<string>
        participants: number | null
      } | null
      searchTitle: string | null
      searchDescription: string | null
    }
    Saved: {
      revision: number
    }
    FindingList: {
      items: Array<{
        id: string
        check: "headline" | "activity days" | "activity" | "summary" | "summary length" | "translation" | "headings" | "link words" | "links" | "house style" | "statements" | "funder rules" | "years" | "acronyms"
        level: "block" | "warn"
        field: "headline" | "summary" | "body" | "projects" | "activityType" | "activityEnds" | "translation"
        place?: undefined | {
          exact: string
          prefix: string
          suffix: string
        }
        says: {
          code: string
          [more: string]: unknown
        }
        mend?: undefined | {
          replaceBy: string
        }
      }>
    }
    Pen: {
      tab: string
      takeOver?: undefined | boolean
    }
    DeletedDraftList: {
      items: Array<components['schemas']['DeletedDraft']>
      next: string | null
    }
    DeletedDraft: {
      edition: string
      story: string
      isWholeStory: boolean
      language: string
      headline: string
      section: string | null
      projects: Array<string>
      deletedAt: string
      deletedBy: string
      until: string
      mayBringBack: boolean
    }
    RevisionList: {
      items: Array<components['schemas']['RevisionLine']>
      next: string | null
    }
    RevisionLine: {
      number: number
      savedBy: string
      savedAt: string
      isAutosave: boolean
      name: string | null
      hash: string
    }
    Revision: {
      number: number
      content: components['schemas']['Content']
    }
    Comparison: {
      from: number
      to: number
      changes: Array<{
        kind: "text"
        field: "kind" | "slug" | "headline" | "summary" | "body" | "byline" | "dateline" | "section" | "projects" | "places" | "topics" | "people" | "activity" | "searchTitle" | "searchDescription"
        parts: Array<{
          kind: "same" | "added" | "removed"
          text: string
        }>
      } | {
        kind: "body"
        blocks: Array<{
          type: string
          kind: "same" | "changed" | "added" | "removed" | "formatted"
          parts: Array<{
            kind: "same" | "added" | "removed"
            text: string
          }>
        }>
      } | {
        kind: "facts"
        field: "kind" | "slug" | "headline" | "summary" | "body" | "byline" | "dateline" | "section" | "projects" | "places" | "topics" | "people" | "activity" | "searchTitle" | "searchDescription"
        before: Array<string>
        after: Array<string>
      }>
    }
    RevisionName: {
      name: string
    }
    Restoration: {
      revision: number
    }
    Sending: {
      words?: undefined | string
    }
    SendingBack: {
      reason: string
    }
    Clearance: {
      aloneBecause?: undefined | string
      commentsSeen?: undefined | number
    }
    ThreadList: {
      items: Array<components['schemas']['Thread']>
      next: string | null
    }
    Thread: {
      id: string
      anchor: {
        exact: string
        prefix: string
        suffix: string
      } | null
      isResolved: boolean
      comments: Array<{
        id: string
        by: string
        words: string
        at: string
        revision: number
      }>
    }
    Comment: {
      words: string
      thread?: undefined | string
      anchor?: undefined | {
        exact: string
        prefix: string
        suffix: string
      } | null
    }
    Resolution: {
      isResolved: boolean
    }
    AssignmentList: {
      items: Array<components['schemas']['OpenAssignment']>
      next: string | null
    }
    OpenAssignment: {
      id: string
      member: string
      task: string
      dueOn: string | null
    }
    Assignment: {
      member: string
      task: string
      dueOn?: undefined | string | null
    }
    PrivateLinkList: {
      items: Array<components['schemas']['HeldPrivateLink']>
      next: string | null
    }
    HeldPrivateLink: {
      id: string
      forWhom: string
      revision: number
      madeBy: string
      madeAt: string
      expiresAt: string
      revokedAt: string | null
      answers: Array<{
        name: string
        verdict: string
        words: string
        hash: string
        at: string
      }>
    }
    PrivateLink: {
      forWhom: string
      days: number
    }
    MadePrivateLink: {
      url: string
    }
    Plan: {
      at: string | null
    }
    Release: {
      revision?: undefined | number
      at?: undefined | string
      until?: undefined | string
      isEmbargoed?: undefined | boolean
      aloneBecause?: undefined | string
    }
    Correction: {
      revision?: undefined | number
      at?: undefined | string
      until?: undefined | string
      isEmbargoed?: undefined | boolean
      aloneBecause?: undefined | string
      correction: string
    }
    Slug: {
      slug: string
    }
    NewTranslation: {
      language: string
    }
    SideBySide: {
      edition: string
      source: string
      revision: number
      sourceRevision: number
      passages: Array<{
        id: number | null
        kind: "headline" | "summary" | "byline" | "dateline" | "activity" | "searchTitle" | "searchDescription" | "paragraph" | "heading2" | "heading3" | "heading4" | "attribution" | "title" | "note" | null
        status: "waiting" | "machine" | "done" | "stale" | "added" | "removed" | null
        source: components['schemas']['Inlines'] | null
        target: components['schemas']['Inlines'] | null
      }>
    }
    PassagesWritten: {
      sourceRevision: number
      written: Array<{
        id: number
        words: components['schemas']['Inlines']
      }>
      done?: undefined | Array<number>
    }
    PassagesDone: {
      sourceRevision: number
      passages: "all" | Array<number>
    }
    StructureTaken: {
      sourceRevision: number
    }
    Filled: {
      passages: number
    }
    Xliff: {
      text: string
      from: string
      to: string
    }
    XliffInput: {
      text: string
    }
    XliffPlan: {
      items: Array<{
        edition: string
        headline: string
        from: string
        to: string
        confirmed: number
        changes: Array<{
          id: number
          kind: "headline" | "summary" | "byline" | "dateline" | "activity" | "searchTitle" | "searchDescription" | "paragraph" | "heading2" | "heading3" | "heading4" | "attribution" | "title" | "note"
          parts: Array<{ [name: string]: unknown }>
        }>
        held: Array<{
          id: number
          kind: "headline" | "summary" | "byline" | "dateline" | "activity" | "searchTitle" | "searchDescription" | "paragraph" | "heading2" | "heading3" | "heading4" | "attribution" | "title" | "note" | null
          words: string
          line: number
          why: "source changed" | "translation changed"
        }>
      }>
    }
    XliffTaking: {
      text: string
      name: string
      takesRest?: undefined | boolean
    }
    XliffTaken: {
      items: Array<{
        edition: string
        revision: number
      }>
    }
    EntryList: {
      items: Array<components['schemas']['EntryLine']>
      next: string | null
    }
    EntryLine: {
      id: string
      slug: string
      name: string
      acronym: string | null
      otherNames: Array<string>
      isArchived: boolean
      kind: string | null
    }
    Entry: components['schemas']['SectionEntry'] | components['schemas']['ProjectEntry'] | components['schemas']['OrganisationEntry'] | components['schemas']['PlaceEntry'] | components['schemas']['TopicEntry'] | components['schemas']['PersonEntry']
    SectionEntry: {
      slug: string
      name: { [name: string]: string }
      position?: undefined | number
      needsSecondPair?: undefined | boolean
      alternativeNames?: undefined | Array<string>
    }
    ProjectEntry: {
      slug: string
      acronym?: undefined | string | null
      title: { [name: string]: string }
      description?: undefined | { [name: string]: string }
      objectives?: undefined | { [name: string]: Array<string> }
      starts?: undefined | string | null
      ends?: undefined | string | null
      status: "planned" | "running" | "closed"
      funders?: undefined | Array<{
        organisation: string
        grantReference?: undefined | string | null
        share?: undefined | number | null
      }>
      partners?: undefined | Array<{
        organisation: string
        role?: undefined | string | null
      }>
      places?: undefined | Array<string>
      topics?: undefined | Array<string>
      contact?: undefined | string | null
      iatiIdentifier?: undefined | string | null
      alternativeNames?: undefined | Array<string>
    }
    OrganisationEntry: {
      slug: string
      name: { [name: string]: string }
      acronym?: undefined | string | null
      kind: "funder" | "government" | "igo" | "ngo" | "academia" | "private"
      country?: undefined | string | null
      site?: undefined | string | null
      iatiIdentifier?: undefined | string | null
      rorIdentifier?: undefined | string | null
      alternativeNames?: undefined | Array<string>
    }
    PlaceEntry: {
      slug: string
      kind: "country" | "region" | "city"
      within?: undefined | string | null
      name?: undefined | { [name: string]: string }
      latitude?: undefined | number | null
      longitude?: undefined | number | null
      alternativeNames?: undefined | Array<string>
    }
    TopicEntry: {
      slug: string
      name: { [name: string]: string }
      within?: undefined | string | null
      alternativeNames?: undefined | Array<string>
    }
    PersonEntry: {
      slug: string
      name: { [name: string]: string }
      role?: undefined | { [name: string]: string }
      organisation?: undefined | string | null
      isPublic?: undefined | boolean
      alternativeNames?: undefined | Array<string>
    }
    AddedEntry: {
      id: string
    }
    HeldEntry: {
      id: string
      version: number
      archivedAt: string | null
      mergedInto: string | null
      entry: {
        slug: string
        [more: string]: unknown
      }
    }
    EntrySlug: {
      slug: string
    }
    Merge: {
      into: string
    }
    Table: {
      csv: string
    }
    TableInput: {
      csv: string
    }
    TablePlan: {
      hash: string
      added: Array<{
        line: number
        cells: Array<{
          header: string
          before: string
          after: string
        }>
      }>
      changed: Array<{
        line: number
        id: string
        fields: Array<string>
        cells: Array<{
          header: string
          before: string
          after: string
        }>
      }>
      unchanged: number
      refused: Array<{
        line: number
        reason: string
      }>
      untold: number
    }
    AgreedTable: {
      csv: string
      agreed: string
    }
    MemberList: {
      items: Array<components['schemas']['Member']>
      next: string | null
    }
    Member: {
      id: string
      version: number
      name: string
      email: string
      state: "invited" | "active" | "suspended"
      role: "contributor" | "editor" | "chief editor" | "observer" | "administrator"
      projects: Array<string> | null
      sections: Array<string> | null
      languages: Array<string> | null
    }
    Invitation: {
      name: string
      role: "contributor" | "editor" | "chief editor" | "observer" | "administrator"
      projects: Array<string> | null
      sections: Array<string> | null
      languages: Array<string> | null
      email: string
    }
    MemberChange: {
      name: string
      role: "contributor" | "editor" | "chief editor" | "observer" | "administrator"
      projects: Array<string> | null
      sections: Array<string> | null
      languages: Array<string> | null
    }
    HouseRules: {
      version: number
      levels: {
        summary: "block" | "warn" | "off"
        'summary length': "block" | "warn" | "off"
        translation: "block" | "warn" | "off"
        headings: "block" | "warn" | "off"
        'link words': "block" | "warn" | "off"
        links: "block" | "warn" | "off"
        'house style': "block" | "warn" | "off"
        statements: "block" | "warn" | "off"
        'funder rules': "block" | "warn" | "off"
        years: "block" | "warn" | "off"
        acronyms: "block" | "warn" | "off"
      }
      style: Array<{
        wrong: string
        right: string
        language: string
      }>
      secondPair: {
        sections: Array<string>
        withoutSection: boolean
      }
    }
    HouseRulesChange: {
      levels?: undefined | { [name: string]: "block" | "warn" | "off" }
      style?: undefined | Array<{
        wrong: string
        right: string
        language: string
      }>
      secondPair?: undefined | {
        sections: Array<string>
        withoutSection: boolean
      }
    }
    VisibilityRuleList: {
      items: Array<components['schemas']['HeldVisibilityRule']>
      next: string | null
    }
    HeldVisibilityRule: {
      id: string
      version: number
      funder: string
      project: string | null
      statement: { [name: string]: string }
      disclaimer: { [name: string]: string } | null
      emblems: Array<{
        type: "image/svg+xml" | "image/png"
        hash: string
        width: number
        height: number
        language: string
      }>
      places: Array<"story" | "project page" | "mail" | "document">
      from: string | null
      until: string | null
    }
    VisibilityRule: {
      funder: string
      project?: undefined | string | null
      statement: { [name: string]: string }
      disclaimer?: undefined | { [name: string]: string } | null
      places: Array<"story" | "project page" | "mail" | "document">
      from?: undefined | string | null
      until?: undefined | string | null
    }
    Drawing: {
      bytes: string
    }
    KeyList: {
      items: Array<components['schemas']['Key']>
      next: string | null
    }
    Key: {
      id: string
      member: string
      memberName: string
      name: string
      prefix: string
      scopes: Array<"read" | "write" | "release" | "registers" | "people" | "settings">
      madeAt: string
      madeBy: string
      expiresAt: string
      lastUsedAt: string | null
      revokedAt: string | null
    }
    Settings: {
      version: number
      name: { [name: string]: string }
      tagline: { [name: string]: string }
      languages: Array<string>
      timeZone: string
      accent: string
      navigation: Array<{
        kind: "news"
      } | {
        kind: "projects"
      } | {
        kind: "section"
        section: string
      } | {
        kind: "link"
        name: { [name: string]: string }
        href: string
      }> | null
      footer: {
        text: { [name: string]: string }
        links: Array<{
          name: { [name: string]: string }
          href: string
        }>
      }
      logo: {
        type: "image/svg+xml" | "image/png"
        hash: string
        width: number
        height: number
      } | null
    }
    SettingsChange: {
      name: { [name: string]: string }
      tagline: { [name: string]: string }
      languages: Array<string>
      timeZone: string
      accent: string
      navigation: Array<{
        kind: "news"
      } | {
        kind: "projects"
      } | {
        kind: "section"
        section: string
      } | {
        kind: "link"
        name: { [name: string]: string }
        href: string
      }> | null
      footer: {
        text: { [name: string]: string }
        links: Array<{
          name: { [name: string]: string }
          href: string
        }>
      }
    }
    OldAddressList: {
      items: Array<components['schemas']['HeldOldAddress']>
      next: string | null
    }
    HeldOldAddress: {
      path: string
      target: string | null
      edition: string | null
      headline: string | null
      addedBy: string
      addedAt: string
    }
    OldAddress: {
      path: string
      to: string
    }
    TriedAddress: {
      path: string
      kind: "page" | "moved" | "gone" | "unknown" | "desk" | "none"
      location?: undefined | string
      byHand?: undefined | components['schemas']['HeldOldAddress']
    }
    MissedAddressList: {
      items: Array<components['schemas']['MissedAddress']>
      next: string | null
    }
    MissedAddress: {
      path: string
      hits: number
      firstAt: string
      lastAt: string
    }
    ActList: {
      items: Array<components['schemas']['Act']>
      next: string | null
    }
    Act: {
      id: string
      at: string
      member: string | null
      by: string
      act: string
      kind: string
      object: string
      name: string
      details: unknown
      surface: string
      address: string | null
    }
  }
}
