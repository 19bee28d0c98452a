"""The SQL of the queries: constants, every value a parameter.

A parameter that is null asks for all. Days that overlap: what ends before the first or begins after the last is out,
and so is what has no date once a day is asked for.
"""

from __future__ import annotations

_TELLINGS = """
    sides AS (
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
           v.start_at AS evidence_start, v.end_at AS evidence_end, v.words AS evidence
    FROM events e
    SEMI JOIN chosen USING (report, event)
    JOIN reports r ON r.report = e.report
    JOIN evidence t ON t.report = e.report AND t.kind = 'event' AND t.no = e.no AND t.field = 'trigger'
    JOIN evidence v ON v.report = e.report AND v.kind = 'event' AND v.no = e.no AND v.field = 'evidence'
    LEFT JOIN sides s ON s.report = e.report AND s.event = e.event
    LEFT JOIN members m ON m.report = e.report AND m.event = e.event
    LEFT JOIN actors by_whom ON by_whom.report = e.report AND by_whom.actor = e.reported_by
"""
"""The tellings that a table `chosen` (report, event) names, with their evidence."""

_INVOLVED = """
    involved AS (
        SELECT x.report, x.event
        FROM (SELECT report, event, actor FROM roles
              UNION ALL SELECT report, event, reported_by FROM events WHERE reported_by IS NOT NULL) x
        JOIN actors a USING (report, actor)
        WHERE ($actor IS NULL OR contains(lower(a.name), lower($actor))) AND ($country IS NULL OR a.country = $country)
    )
"""
"""Tellings in which a wanted actor acts, is acted on, or says so."""

EVENTS = f"""
    WITH {_INVOLVED}, chosen AS (
        SELECT e.report, e.event FROM events e
        WHERE ($first::DATE IS NULL OR e.date_to >= $first) AND ($last::DATE IS NULL OR e.date_from <= $last)
          AND ($type IS NULL OR e.type = $type) AND ($status IS NULL OR e.status = $status)
          AND (($actor IS NULL AND $country IS NULL) OR (e.report, e.event) IN (SELECT (report, event) FROM involved))
        ORDER BY e.date_from NULLS LAST, e.report, e.no LIMIT $limit
    ), {_TELLINGS}
    ORDER BY e.date_from NULLS LAST, e.report, e.no
"""  # noqa: S608 - joins constants of this file

TELLINGS = f"""
    WITH chosen AS (
        SELECT report, event FROM members WHERE merged = $id
        UNION SELECT report, event FROM events WHERE concat(report, ':', event) = $id
    ), {_TELLINGS}
    ORDER BY m.no NULLS LAST, e.report, e.no
"""  # noqa: S608 - joins constants of this file

TIMELINE = f"""
    WITH {_INVOLVED}, chosen AS (
        SELECT g.* FROM merged_events g
        WHERE ($first::DATE IS NULL OR g.date_to >= $first) AND ($last::DATE IS NULL OR g.date_from <= $last)
          AND ($type IS NULL OR g.type = $type) AND ($status IS NULL OR g.status = $status)
          AND (($actor IS NULL AND $country IS NULL)
               OR g.merged IN (SELECT merged FROM members JOIN involved USING (report, event)))
        ORDER BY g.date_from NULLS LAST, g.no LIMIT $limit
    ),
    told AS (
        SELECT m.merged, count(DISTINCT m.report) AS reports, first(e.place ORDER BY e.place IS NULL, m.no) AS place
        FROM members m SEMI JOIN chosen USING (merged) JOIN events e USING (report, event) GROUP BY m.merged
    ),
    said AS (
        SELECT merged, list(reported_by ORDER BY no) AS reported_by
        FROM readouts SEMI JOIN chosen USING (merged) WHERE reported_by IS NOT NULL GROUP BY merged
    )
    SELECT g.merged AS id, g.date_from, g.date_to, g.source AS who, g.type, g.target AS whom, g.status, o.place,
           o.reports, g.independent_sources, coalesce(d.reported_by, []) AS reported_by,
           m.report, m.event, r.title, r.path, t.words
    FROM chosen g
    JOIN told o USING (merged)
    JOIN members m ON m.merged = g.merged AND m.no = 0
    JOIN events e ON e.report = m.report AND e.event = m.event
    JOIN reports r ON r.report = m.report
    JOIN evidence t ON t.report = e.report AND t.kind = 'event' AND t.no = e.no AND t.field = 'trigger'
    LEFT JOIN said d ON d.merged = g.merged
    ORDER BY g.date_from NULLS LAST, m.report, e.no
"""  # noqa: S608 - joins constants of this file

QUOTES = """
    SELECT q.report, r.title, r.path, r.date_from, r.date_to, a.name AS speaker, a.country, a.office, q.direct,
           q.cue_kind, l.name AS addressee, y.name AS relay, q.medium, c.words AS cue, q.start_at AS start,
           q.end_at AS "end", q.words, s.start_at AS speaker_start, s.end_at AS speaker_end, s.words AS speaker_words
    FROM quotes q
    JOIN reports r USING (report)
    LEFT JOIN actors a ON a.report = q.report AND a.actor = q.speaker
    LEFT JOIN actors l ON l.report = q.report AND l.actor = q.addressee
    LEFT JOIN actors y ON y.report = q.report AND y.actor = q.relay
    LEFT JOIN evidence c ON c.report = q.report AND c.kind = 'quote' AND c.no = q.no AND c.field = 'cue'
    LEFT JOIN evidence s ON s.report = q.report AND s.kind = 'quote' AND s.no = q.no AND s.field = 'speaker'
    WHERE ($first::DATE IS NULL OR r.date_to >= $first) AND ($last::DATE IS NULL OR r.date_from <= $last)
      AND ($actor IS NULL OR contains(lower(a.name), lower($actor))) AND ($country IS NULL OR a.country = $country)
    ORDER BY r.date_from NULLS LAST, q.report, q.no LIMIT $limit
"""

ACTORS = """
    WITH mentioned AS (SELECT report, actor, count(*) AS n FROM mentions GROUP BY report, actor),
    acting AS (
        SELECT x.report, x.actor, count(DISTINCT x.event) AS n,
               bool_or(($type IS NULL OR e.type = $type) AND ($status IS NULL OR e.status = $status)) AS fits
        FROM roles x JOIN events e USING (report, event) GROUP BY x.report, x.actor
    ),
    speaking AS (SELECT report, speaker AS actor, count(*) AS n FROM quotes WHERE speaker IS NOT NULL GROUP BY ALL)
    SELECT mode(a.name ORDER BY a.name) AS name, a.kind, a.country,
           coalesce(list_sort(list(DISTINCT a.office) FILTER (a.office IS NOT NULL)), []) AS offices,
           mode(a.sector ORDER BY a.sector) AS sector, max(a.wikidata) AS wikidata, count(DISTINCT a.report) AS reports,
           coalesce(sum(m.n), 0)::BIGINT AS mentions, coalesce(sum(x.n), 0)::BIGINT AS events,
           coalesce(sum(s.n), 0)::BIGINT AS quotes
    FROM actors a
    JOIN reports r USING (report)
    LEFT JOIN mentioned m ON m.report = a.report AND m.actor = a.actor
    LEFT JOIN acting x ON x.report = a.report AND x.actor = a.actor
    LEFT JOIN speaking s ON s.report = a.report AND s.actor = a.actor
    WHERE ($first::DATE IS NULL OR r.date_to >= $first) AND ($last::DATE IS NULL OR r.date_from <= $last)
      AND ($actor IS NULL OR contains(lower(a.name), lower($actor))) AND ($country IS NULL OR a.country = $country)
      AND (($type IS NULL AND $status IS NULL) OR x.fits)
    GROUP BY coalesce(a.wikidata, a.name), a.kind, a.country
    ORDER BY mentions DESC, name, a.kind, a.country LIMIT $limit
"""

REPORTS = """
    WITH counted AS (
        SELECT r.report, (SELECT count(*) FROM times x WHERE x.report = r.report) AS times,
               (SELECT count(*) FROM actors x WHERE x.report = r.report) AS actors,
               (SELECT count(*) FROM quotes x WHERE x.report = r.report) AS quotes,
               (SELECT count(*) FROM events x WHERE x.report = r.report) AS events
        FROM reports r
    )
    SELECT r.report AS id, r.title, r.path, r.url, r.outlet, r.language, r.date_from, r.date_to, r.date_basis, s.story,
           k.origin AS copy_of, length(r.text) AS characters, c.times, c.actors, c.quotes, c.events
    FROM reports r
    JOIN counted c USING (report)
    LEFT JOIN story_reports s ON s.report = r.report
    LEFT JOIN copies k ON k.report = r.report
    WHERE ($first::DATE IS NULL OR r.date_to >= $first) AND ($last::DATE IS NULL OR r.date_from <= $last)
      AND (($actor IS NULL AND $country IS NULL) OR EXISTS (
            SELECT 1 FROM actors a WHERE a.report = r.report
               AND ($actor IS NULL OR contains(lower(a.name), lower($actor)))
               AND ($country IS NULL OR a.country = $country)))
      AND (($type IS NULL AND $status IS NULL) OR EXISTS (
            SELECT 1 FROM events e WHERE e.report = r.report
               AND ($type IS NULL OR e.type = $type) AND ($status IS NULL OR e.status = $status)))
    ORDER BY r.date_from NULLS LAST, r.report LIMIT $limit
"""
