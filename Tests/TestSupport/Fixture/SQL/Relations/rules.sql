CREATE TABLE ruled (a integer, b text);
CREATE TABLE rule_log (what text, at timestamp DEFAULT now());
CREATE RULE on_insert AS ON INSERT TO ruled DO ALSO INSERT INTO rule_log (what) VALUES ('insert ' || NEW.a);
CREATE RULE on_update AS ON UPDATE TO ruled WHERE OLD.a <> NEW.a DO INSTEAD NOTHING;
CREATE RULE on_delete AS ON DELETE TO ruled DO INSTEAD (UPDATE ruled SET b = NULL WHERE a = OLD.a; INSERT INTO rule_log VALUES ('delete', '2020-01-01'));
CREATE RULE "Odd ""Rule"" ü" AS ON INSERT TO ruled WHERE NEW.a > 10 DO ALSO NOTHING;
CREATE RULE always AS ON UPDATE TO ruled DO ALSO NOTHING;
CREATE RULE on_replica AS ON UPDATE TO ruled DO ALSO NOTHING;
CREATE RULE notified AS ON INSERT TO ruled DO ALSO NOTIFY ruled;
ALTER TABLE ruled DISABLE RULE on_update;
ALTER TABLE ruled ENABLE ALWAYS RULE always;
ALTER TABLE ruled ENABLE REPLICA RULE on_replica;
COMMENT ON RULE on_insert ON ruled IS 'a rule';

CREATE VIEW ruled_view AS SELECT a, b FROM ruled;
CREATE RULE insert_into_view AS ON INSERT TO ruled_view DO INSTEAD INSERT INTO ruled VALUES (NEW.*) RETURNING *;
CREATE RULE update_of_view AS ON UPDATE TO ruled_view DO INSTEAD UPDATE ruled SET b = NEW.b WHERE ruled.a = OLD.a;
CREATE RULE delete_of_view AS ON DELETE TO ruled_view DO INSTEAD NOTHING;
