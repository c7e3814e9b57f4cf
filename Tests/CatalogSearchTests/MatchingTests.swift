import PostgresCatalog
import Testing

@testable import CatalogSearch

@Suite("What a pattern matches") struct MatchingTests {
    private func score(_ term: String, _ name: String) -> Int {
        var name = name
        let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
        return Int(name.withUTF8 { Alignment.score(FuzzyTerm(term), $0, isASCII: isASCII) })
    }

    @Test("letters match in their order with others between them", arguments: ["ocu", "ordcust", "o_c", "orders_customer", "r"])
    func subsequence(term: String) {
        #expect(score(term, "orders_customer") > 0)
    }

    @Test("letters that are not there, or not in that order, match nothing", arguments: ["x", "mo", "orderss_", "orders_customerr"])
    func noSubsequence(term: String) {
        #expect(score(term, "orders_customer") == 0)
    }

    @Test("a name matches however wide the gaps are") func wideGaps() {
        #expect(score("az", "a" + String(repeating: "b", count: 60) + "z") > 0)
        #expect(score("abz", "xxxxxxxxxxxxxxxxa" + String(repeating: "q", count: 30) + "b" + String(repeating: "q", count: 30) + "z") > 0)
    }

    @Test("letter case counts only where upper case was typed") func letterCase() {
        #expect(score("orders", "ORDERS") > 0)
        #expect(score("Ord", "Orders") > 0)
        #expect(score("Ord", "orders") == 0)
        #expect(score("REGIÓN", "región") == 0)
        #expect(score("región", "REGIÓN") > 0)
    }

    @Test("letters beyond ASCII match as they are written") func beyondASCII() {
        #expect(score("año", "ventas_por_año") > 0)
        #expect(score("ano", "ventas_por_año") == 0)
        #expect(score("費", "消費税") > 0)
        #expect(score("vpa", "ventas_por_año") > 0)
    }

    @Test(
        "the better of two names has the higher score",
        arguments: [
            // word, better, worse
            ("orders", "orders", "orders_2024"), ("ord", "orders", "old_record"), ("cu", "orders_customer", "orders_focus"),
            ("oc", "orders_customer", "orderscustomer"), ("oc", "ordersCustomer", "orderscustomer"), ("2", "orders_2", "orders12345"),
            ("cust", "my_customer", "c_u_s_t"), ("orders", "order_lines_s", "xoxrxdxexrxs"),
        ])
    func ranking(term: String, better: String, worse: String) {
        #expect(score(term, better) > score(term, worse), "\(score(term, better)) \(score(term, worse))")
    }

    @Test("the places told are those of the best alignment") func places() {
        func places(_ term: String, _ name: String) -> [Int]? {
            var name = name
            let isASCII = name.utf8.allSatisfy { $0 < 0x80 }
            return name.withUTF8 { Alignment.positions(of: FuzzyTerm(term), in: $0, isASCII: isASCII) }
        }
        #expect(places("ord", "old_orders") == [4, 5, 6])
        #expect(places("oc", "orders_customer") == [0, 7])
        #expect(places("orders", "orders") == [0, 1, 2, 3, 4, 5])
        #expect(places("ño", "ventas_por_año") == [12, 13])
        #expect(places("x", "orders") == nil)
    }

    @Test("a set of letters never passes over a name that matches") func letterSets() {
        let names = ["orders", "Region_2", "región", "ÉTÉ", "a b", "K", "消費税", "_"]
        for name in names {
            let letters = Array(name.utf8).withUnsafeBufferPointer { LetterSet(utf8: $0) }
            for scalar in name.unicodeScalars {
                for term in [String(scalar), String(scalar).lowercased()] {
                    let matches = score(term, name) > 0
                    #expect(!matches || letters.contains(FuzzyTerm(term).letters), "\(term) in \(name)")
                }
            }
        }
    }
}
