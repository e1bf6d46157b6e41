CREATE INDEX cards_waiting ON cards (id) WHERE state = 'waiting';
