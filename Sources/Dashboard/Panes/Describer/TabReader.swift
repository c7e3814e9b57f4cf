internal import PostgresCatalog
internal import Terminal

extension TabContent {
    /// All of it at its full width, to be filtered and copied; nil where there is nothing to read.
    var readerText: ReaderText? {
        guard count > 0 else { return nil }
        return switch self {
        case .table(let listing): listing.readerText
        case .text(let text): text
        case .rows: nil
        }
    }
}

extension Listing {
    /// The titles, which stay in view, and every row below them.
    fileprivate var readerText: ReaderText {
        let rows = (0..<count).map(row)
        let widths = titles.indices.map { column in
            rows.reduce(StyledText(titles[column]).width) { max($0, $1[column].width) }
        }
        func line(_ cells: [StyledText]) -> StyledText {
            zip(cells, widths).reduce(into: StyledText("")) { line, next in
                let (cell, width) = next
                line = line + cell + StyledText(String(repeating: " ", count: width - cell.width + 2))
            }
        }
        return ReaderText([line(titles.map { StyledText($0, .heading) })] + rows.map(line), frozen: 1)
    }
}

extension DashboardState {
    /// Opens a reader on the tab in view, with its filter to be typed.
    mutating func filterTab() {
        guard let subject = describer.relation, let text = tabContent?.readerText else { return }
        var reader = ReaderOverlay("\(subject.relation.name), \(describer.tab.title.lowercased())", text, at: now)
        reader.changeFilter { $0.isBeingTyped = true }
        layers.append(.reader(reader))
    }
}
