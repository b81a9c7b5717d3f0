-- An edition of the catalogue is sealed with all that it brings.
CREATE CONSTRAINT TRIGGER edition_is_sealed AFTER INSERT ON catalogue.edition DEFERRABLE INITIALLY DEFERRED
  FOR EACH ROW EXECUTE FUNCTION journal.seal_edition('id', 'department', 'item_version', 'charge', 'bundle', 'authority_row');
