/// Everything a key can do. Keys, titles and help come from ``ActionTable``.
public enum Action: Sendable, Hashable, CaseIterable {
    case moveDown, moveUp, expand, collapse, first, last, pageDown, pageUp, open, back
    case nextPane, previousPane, nextTab, previousTab, zoom
    case monitor, sortPrevious, sortNext, timeSpan
    case find, followBack, showRow, commandLine, filter, nextMatch, previousMatch, sort
    case servers, nextServer, previousServer, hideServers
    case refresh, slower, faster, pause, copyName, copyDefinition, showSQL
    case alerts, connection, connect, help, repaint, suspend, cancel, quit
}
