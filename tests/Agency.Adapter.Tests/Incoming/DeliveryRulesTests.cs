using Agency.Adapter.Incoming;
using FsCheck;
using FsCheck.Fluent;

namespace Agency.Adapter.Tests.Incoming;

/// <summary>The rules of protocol.md 5 and 6 as a table, and what must hold for every order of messages.</summary>
public sealed class DeliveryRulesTests
{
    public static TheoryData<string, int, bool, int?, int, string> Delivers => new()
    {
        // copy, its attempt, taken, tombstone, attempt of the message, reply
        { "", 0, false, null, 1, "TakeIn" },
        { "", 0, false, 1, 1, "Cancelled" },
        { "", 0, false, 2, 1, "Cancelled" },
        { "", 0, false, 1, 2, "TakeIn" },
        { "Received", 1, false, null, 1, "Processing" },
        { "ContentPending", 1, false, null, 2, "Processing" },
        { "Available", 1, true, null, 1, "Processing" },
        { "Placing", 1, true, null, 1, "Processing" },
        { "Done", 1, true, null, 5, "Done" },
        { "Failed", 1, false, null, 1, "Fail" },
        { "Failed", 1, false, null, 2, "TakeIn" },
        { "Failed", 2, false, null, 1, "Fail" },
        { "Failed", 1, true, 2, 2, "Fail" },
        { "Failed", 1, true, 2, 3, "TakeIn" },
        { "Cancelled", 1, false, 1, 1, "Cancelled" },
        { "Cancelled", 1, false, 3, 2, "Cancelled" },
        { "Cancelled", 1, false, 1, 2, "TakeIn" },
    };

    public static TheoryData<string, int, bool, int, string> Cancels => new()
    {
        { "", 0, false, 1, "Cancelled" },
        { "Received", 1, false, 1, "Cancelled" },
        { "ContentPending", 1, false, 2, "Cancelled" },
        { "Available", 1, false, 1, "Cancelled" },
        { "Available", 1, true, 1, "Taken" },
        { "Placing", 1, true, 1, "Taken" },
        { "Done", 1, true, 1, "TakenAndDone" },
        { "Failed", 1, true, 1, "Cancelled" },
        { "Failed", 1, false, 3, "Cancelled" },
        { "Cancelled", 1, false, 1, "Cancelled" },
        { "Available", 2, false, 1, "Ignored" },
        { "Done", 3, true, 2, "Ignored" },
    };

    [Theory]
    [MemberData(nameof(Delivers))]
    public void Meets_a_deliver_or_a_query_by_what_is_held(string phase, int held, bool taken, int? tombstone, int attempt, string reply) =>
        DeliveryRules.OnDeliver(Held(phase, held, taken), tombstone, attempt).ToString().ShouldBe(reply);

    [Theory]
    [MemberData(nameof(Cancels))]
    public void Meets_a_cancel_by_whether_bytes_were_handed_out(string phase, int held, bool taken, int attempt, string reply) =>
        DeliveryRules.OnCancel(Held(phase, held, taken), attempt).ToString().ShouldBe(reply);

    [Theory]
    [InlineData("Available", 1, 3, 3)]
    [InlineData("Available", 3, 1, 3)]
    [InlineData("Failed", 1, 2, 2)]
    public void Speaks_of_the_highest_attempt_that_the_copy_stands_for(string phase, int held, int asked, int spoken)
    {
        var copy = Held(phase, held, true);
        DeliveryRules.AttemptOf(DeliveryRules.OnDeliver(copy, 9, asked), copy, asked).ShouldBe(spoken);
    }

    /// <summary>
    /// Any order of delivers, cancels, hand-outs and answers, against the rules themselves: what was answered CANCELLED is not handed
    /// out under that attempt any more, and what was handed out is never answered CANCELLED while it lives.
    /// </summary>
    [Fact]
    public void Never_hands_out_what_it_said_was_given_back() =>
        Prop.ForAll(Steps.ListOf().ToArbitrary(), steps =>
        {
            Copy? copy = null;
            int? tombstone = null;
            var givenBack = 0;
            foreach (var (step, attempt) in steps)
            {
                switch (step)
                {
                    case 0:
                        if (DeliveryRules.OnDeliver(copy, tombstone, attempt) == Reply.TakeIn)
                        {
                            copy = new Copy(DeliveryPhase.Available, attempt, false);
                        }

                        break;
                    case 1:
                        var reply = DeliveryRules.OnCancel(copy, attempt);
                        if (reply == Reply.Ignored)
                        {
                            break;
                        }

                        tombstone = Math.Max(tombstone ?? 0, attempt);
                        if (reply == Reply.Cancelled)
                        {
                            givenBack = Math.Max(givenBack, attempt);
                            copy = copy is { } held ? held with { Phase = DeliveryPhase.Cancelled } : null;
                        }

                        if (reply == Reply.Cancelled && copy is { Taken: true, Phase: DeliveryPhase.Available or DeliveryPhase.Done })
                        {
                            return false;
                        }

                        break;
                    case 2 when copy is { Phase: DeliveryPhase.Available } offered:
                        if (offered.Attempt <= givenBack)
                        {
                            return false;
                        }

                        copy = offered with { Taken = true };
                        break;
                    case 3 when copy is { Phase: DeliveryPhase.Available, Taken: true } done:
                        copy = done with { Phase = DeliveryPhase.Done };
                        break;
                    case 4 when copy is { Phase: DeliveryPhase.Available } failed:
                        copy = failed with { Phase = DeliveryPhase.Failed };
                        break;
                }
            }

            return true;
        }).Check(Config.QuickThrowOnFailure.WithMaxTest(5_000).WithQuietOnSuccess(true));

    private static Gen<(int Step, int Attempt)> Steps =>
        from step in Gen.Choose(0, 4)
        from attempt in Gen.Choose(1, 4)
        select (step, attempt);

    private static Copy? Held(string phase, int attempt, bool taken) =>
        phase.Length == 0 ? null : new Copy(Enum.Parse<DeliveryPhase>(phase), attempt, taken);
}
