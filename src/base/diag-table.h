/* Every diagnostic: DIAG(CODE, tag, level, text id, text en, remedy id, remedy en, why id, why en).
 * Included several times with different DIAG macros: no include guard.
 * Level by consequence: NOTE published as is; WARNING published, something omitted or doubtful;
 * ERROR cannot be read as the contract says, nothing is published. Each has a fixture in tests/diag. */
