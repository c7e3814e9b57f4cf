import Reports
import Testing

@Suite struct PsqlTableTests {
    @Test("a column is aligned left unless it says otherwise")
    func columnsAreAlignedLeft() {
        #expect(PsqlTable.Column("Name").alignment == .left)
    }
}
