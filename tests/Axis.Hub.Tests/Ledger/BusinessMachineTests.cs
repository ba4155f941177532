using Axis.Hub.Ledger;

namespace Axis.Hub.Tests.Ledger;

/// <summary>domain.md 2.2 as a table: every state by every code.</summary>
public sealed class BusinessMachineTests
{
    private static readonly string[] Codes = ["01", "02", "03", "04", "05", "06", "13", "15", "16"];

    // Columns as in Codes; A advances, n is history, R is refused.
    private static readonly (string? State, string Effects)[] Table =
    [
        (null, "AAAAAAnnn"),
        ("01", "nAAAAAnnn"),
        ("02", "nnnnnnnnn"),
        ("03", "nRnAAAnnn"),
        ("04", "nRnnAAnnn"),
        ("05", "nRnnnAnnn"),
        ("06", "nRnnnnnnn"),
    ];

    public static TheoryData<string?, string, char> Effects
    {
        get
        {
            var data = new TheoryData<string?, string, char>();
            foreach (var (state, effects) in Table)
            {
                foreach (var (code, effect) in Codes.Zip(effects))
                {
                    data.Add(state, code, effect);
                }
            }

            return data;
        }
    }

    [Theory, MemberData(nameof(Effects))]
    public void Moves_by_rank_and_never_back(string? state, string code, char effect) =>
        BusinessMachine.Decide(state, code).ShouldBe(effect switch
        {
            'A' => BusinessEffect.Advance,
            'R' => BusinessEffect.Refuse,
            _ => BusinessEffect.Note,
        });

    [Theory]
    [InlineData("00")]
    [InlineData("07")]
    [InlineData("14")]
    [InlineData("103")]
    [InlineData("")]
    public void Knows_no_private_codes(string code) => BusinessMachine.Decide("03", code).ShouldBe(BusinessEffect.Unknown);
}
