"""The SQL of the queries: constants, every value a parameter.

Each question is asked in two steps. The first chooses which rows are wanted, from narrow columns; the second tells all
of those few, from tables that are narrowed before to the reports in question: `{narrowed}` is either nothing or CTEs
which take the names of the tables (dragoman.record.asking). Joining the whole tables first takes ten times as long.

Which rows are wanted is written in dragoman.record.choosing.
"""

from __future__ import annotations

BY_DAY = "e.date_from NULLS LAST, e.report, e.no"

CHOOSE_TELLINGS = """
    SELECT report, event FROM members WHERE merged = $id
    UNION SELECT report, event FROM events
    WHERE report = $report AND event = $event
"""

_JUDGED = """
    judged AS (
        SELECT r.report, r.event,
               arg_max(CASE r.verb WHEN 'confirm' THEN 'confirmed' ELSE 'rejected' END, j.decided)
                   FILTER (r.verb IN ('confirm', 'reject')) AS verdict,
               arg_max(j.who, j.decided) FILTER (r.verb IN ('confirm', 'reject')) AS judged_by,
               list(r.field ORDER BY j.decided, r.field) FILTER (r.field IS NOT NULL) AS corrected,
               list(j.who ORDER BY j.decided, r.field) FILTER (r.field IS NOT NULL) AS corrected_by
        FROM main.rulings r JOIN main.judgements j USING (judgement)
        WHERE r.stands AND r.event IS NOT NULL GROUP BY r.report, r.event
    )
"""
"""What people decided of a telling: their last verdict, and which fields are theirs, each beside who corrected it."""

TELLINGS = f"""
    WITH {{narrowed}} {_JUDGED}, sides AS (
        SELECT r.report, r.event,
               list(a.name ORDER BY r.no) FILTER (r.role = 'source') AS who,
               list(a.name ORDER BY r.no) FILTER (r.role = 'target') AS whom
        FROM roles r SEMI JOIN chosen USING (report, event) JOIN actors a USING (report, actor)
        GROUP BY r.report, r.event
    )
    SELECT concat(e.report, ':', e.event) AS id, m.merged, e.date_from, e.date_to, e.date_basis,
           coalesce(s.who, []) AS who, e.type, e.mode, coalesce(s.whom, []) AS whom, e.status, e.place,
           by_whom.name AS reported_by, e.cameo, e.goldstein, e.background, e.is_primary AS primary, e.confidence,
           e.because, e.report, e.event, r.title, r.path,
           t.start_at AS trigger_start, t.end_at AS trigger_end, t.words AS trigger,
           v.start_at AS evidence_start, v.end_at AS evidence_end, v.words AS evidence,
           d.verdict, d.judged_by, coalesce(d.corrected, []) AS corrected, coalesce(d.corrected_by, []) AS corrected_by
    FROM events e
    SEMI JOIN chosen USING (report, event)
    JOIN reports r ON r.report = e.report
    JOIN evidence t ON t.report = e.report AND t.kind = 'event' AND t.no = e.no AND t.field = 'trigger'
    JOIN evidence v ON v.report = e.report AND v.kind = 'event' AND v.no = e.no AND v.field = 'evidence'
    LEFT JOIN sides s ON s.report = e.report AND s.event = e.event
    LEFT JOIN members m ON m.report = e.report AND m.event = e.event
    LEFT JOIN actors by_whom ON by_whom.report = e.report AND by_whom.actor = e.reported_by
    LEFT JOIN judged d ON d.report = e.report AND d.event = e.event
    ORDER BY {{order}}
"""  # noqa: S608 - joins constants of this file
"""The tellings that a table `chosen` (report, event) names, with their evidence."""

AS_TOLD = "m.no NULLS LAST, e.report, e.no"

MERGED_BY_DAY = "g.date_from NULLS LAST, g.no, g.merged"

TIMELINE = f"""
    WITH {{narrowed}} {_JUDGED}, told AS (
        SELECT m.merged, count(DISTINCT m.report) AS reports, first(e.place ORDER BY e.place IS NULL, m.no) AS place,
               arg_max(d.verdict, m.no) AS verdict, arg_max(d.judged_by, m.no) AS judged_by,
               list_sort(list_distinct(flatten(list(d.corrected)))) AS corrected,
               list_sort(list_distinct(flatten(list(d.corrected_by)))) AS corrected_by
        FROM members m SEMI JOIN chosen USING (merged) JOIN events e USING (report, event)
        LEFT JOIN judged d USING (report, event) GROUP BY m.merged
    ),
    said AS (
        SELECT merged, list(reported_by ORDER BY no) AS reported_by
        FROM readouts SEMI JOIN chosen USING (merged) WHERE reported_by IS NOT NULL GROUP BY merged
    )
    SELECT g.merged AS id, g.date_from, g.date_to, g.source AS who, g.type, g.target AS whom, g.status, o.place,
           o.reports, g.independent_sources, coalesce(d.reported_by, []) AS reported_by,
           m.report, m.event, r.title, r.path, t.words, o.verdict, o.judged_by,
           coalesce(o.corrected, []) AS corrected, coalesce(o.corrected_by, []) AS corrected_by
    FROM merged_events g
    SEMI JOIN chosen USING (merged)
    JOIN told o ON o.merged = g.merged
    JOIN members m ON m.merged = g.merged AND m.no = 0
    JOIN events e ON e.report = m.report AND e.event = m.event
    JOIN reports r ON r.report = m.report
    JOIN evidence t ON t.report = e.report AND t.kind = 'event' AND t.no = e.no AND t.field = 'trigger'
    LEFT JOIN said d ON d.merged = g.merged
    ORDER BY {MERGED_BY_DAY}
"""  # noqa: S608 - joins constants of this file
"""The merged events that a table `chosen` (merged) names."""

AS_TIMELINE = """
    SELECT id, date_from, date_to, who, type, whom, status, place, 1::BIGINT AS reports,
           1::INTEGER AS independent_sources, list_filter([reported_by], lambda one: one IS NOT NULL) AS reported_by,
           report, event, title, path, trigger AS words, verdict, judged_by, corrected, corrected_by
    FROM told
"""
"""Rows of `TELLINGS` in a table `told`, as `TIMELINE` would have them."""

QUOTES_BY_DAY = "r.date_from NULLS LAST, q.report, q.no"

QUOTES = """
    WITH {narrowed} chosen_quotes AS (FROM chosen)
    SELECT q.report, r.title, r.path, r.date_from, r.date_to, a.name AS speaker, a.country, a.office, q.direct,
           q.cue_kind, l.name AS addressee, y.name AS relay, q.medium, c.words AS cue, q.start_at AS start,
           q.end_at AS "end", q.words, s.start_at AS speaker_start, s.end_at AS speaker_end, s.words AS speaker_words
    FROM quotes q
    SEMI JOIN chosen_quotes USING (report, no)
    JOIN reports r ON r.report = q.report
    LEFT JOIN actors a ON a.report = q.report AND a.actor = q.speaker
    LEFT JOIN actors l ON l.report = q.report AND l.actor = q.addressee
    LEFT JOIN actors y ON y.report = q.report AND y.actor = q.relay
    LEFT JOIN evidence c ON c.report = q.report AND c.kind = 'quote' AND c.no = q.no AND c.field = 'cue'
    LEFT JOIN evidence s ON s.report = q.report AND s.kind = 'quote' AND s.no = q.no AND s.field = 'speaker'
    ORDER BY r.date_from NULLS LAST, q.report, q.no
"""
"""The quotations that a table `chosen` (report, no) names."""

WANTED_ACTORS = "WITH {narrowed} one AS (SELECT 1) SELECT DISTINCT key, kind, state FROM wanted"

CHOOSE_ACTORS = """
    WITH {narrowed} summed AS (SELECT key, kind, state, sum(mentions) AS n FROM wanted GROUP BY ALL)
    SELECT key, kind, state FROM summed
    WHERE $limit IS NULL OR n >= (SELECT min(n) FROM (SELECT n FROM summed ORDER BY n DESC LIMIT $limit + $offset))
"""
"""The most mentioned, all of those that are level with the last of them too."""

ACTORS = """
    WITH {narrowed} rows AS (FROM wanted SEMI JOIN chosen USING (key, kind, state)
    ), counted AS (
        SELECT key, kind, state, max(wikidata) AS wikidata, count(DISTINCT report) AS reports,
               sum(mentions)::BIGINT AS mentions, sum(events)::BIGINT AS events, sum(quotes)::BIGINT AS quotes
        FROM rows GROUP BY ALL
    ), called AS (
        SELECT key, kind, state, first(name ORDER BY n DESC, name) AS name
        FROM (SELECT key, kind, state, name, count(*) AS n FROM rows GROUP BY ALL) GROUP BY ALL
    ), placed AS (
        SELECT key, kind, state, first(sector ORDER BY n DESC, sector) AS sector
        FROM (SELECT key, kind, state, sector, count(*) AS n FROM rows WHERE sector IS NOT NULL GROUP BY ALL)
        GROUP BY ALL
    ), held AS (
        SELECT key, kind, state, list(office ORDER BY office) AS offices
        FROM (SELECT DISTINCT key, kind, state, office FROM rows WHERE office IS NOT NULL) GROUP BY ALL
    )
    SELECT name, kind, nullif(state, '') AS country, coalesce(offices, []) AS offices, sector, wikidata, reports,
           mentions, events, quotes
    FROM counted JOIN called USING (key, kind, state) LEFT JOIN placed USING (key, kind, state)
    LEFT JOIN held USING (key, kind, state)
    ORDER BY mentions DESC, name, kind, country LIMIT $limit OFFSET $offset
"""
"""The actors that a table `chosen` (key, kind, state) names."""

REPORTS_BY_DAY = "r.date_from NULLS LAST, r.report"

REPORTS = """
    WITH {narrowed}
    timed AS (SELECT report, count(*) AS n FROM times GROUP BY report),
    acted AS (SELECT report, count(*) AS n FROM actors GROUP BY report),
    quoted AS (SELECT report, count(*) AS n FROM quotes GROUP BY report),
    done AS (SELECT report, count(*) AS n FROM events GROUP BY report)
    SELECT r.report AS id, r.title, r.path, r.url, r.outlet, r.language, r.date_from, r.date_to, r.date_basis, s.story,
           k.origin AS copy_of, r.characters, coalesce(t.n, 0) AS times, coalesce(a.n, 0) AS actors,
           coalesce(q.n, 0) AS quotes, coalesce(d.n, 0) AS events
    FROM reports r
    SEMI JOIN chosen USING (report)
    LEFT JOIN story_reports s ON s.report = r.report
    LEFT JOIN copies k ON k.report = r.report
    LEFT JOIN timed t ON t.report = r.report
    LEFT JOIN acted a ON a.report = r.report
    LEFT JOIN quoted q ON q.report = r.report
    LEFT JOIN done d ON d.report = r.report
    ORDER BY r.date_from NULLS LAST, r.report
"""
"""The reports that a table `chosen` (report) names."""
