using Axis.Contracts.Statements;
using Axis.Hub.Statements.Issue;
using Axis.Hub.Statements.Render;
using Axis.Hub.Tests.Statements.Render;

namespace Axis.Hub.Tests.Statements;

/// <summary>What a correction says of itself (statement.md 6).</summary>
public sealed class CompareVersionsTests
{
    [Fact]
    public void A_list_that_is_as_long_as_it_was_and_says_something_else_is_a_difference()
    {
        var before = SampleStatement.Busy();
        var after = before with { Items = before.Items with { Backlog = [.. before.Items.Backlog.Reverse()], NoReply = [.. before.Items.NoReply.Skip(1)] } };

        var changes = CompareVersions.Between(before, after, [], []).Differences;

        changes.Select(one => one.Name).ShouldBe(["items.backlog.lines", "items.noReply.length"]);
        (changes[1].Before, changes[1].After).ShouldBe(("5", "4"));
    }

    [Fact]
    public void A_correction_of_nothing_but_the_checks_of_the_books_says_so()
    {
        var before = SampleStatement.Busy();

        CompareVersions.Between(before, SampleStatement.Wrong(), [], []).Differences.ShouldHaveSingleItem().Name.ShouldBe("books.length");
        CompareVersions.Between(before, before with { Books = [.. before.Books.Skip(1), new("failed", 1, 1)] }, [], []).Differences.ShouldHaveSingleItem().Name.ShouldBe("books.lines");
    }

    [Fact]
    public void Every_figure_that_can_differ_has_a_name_in_both_languages()
    {
        var changes = CompareVersions.Between(Bare(SampleStatement.Zero()), SampleStatement.Differing() with { Times = SampleStatement.Busy().Times }, [], []).Differences;

        changes.Count.ShouldBeGreaterThan(90);
        foreach (var change in changes)
        {
            var name = ChangeTerms.NameOf(change);
            name.Vi.Split(": ").Intersect(change.Name.Split('.')).ShouldBeEmpty(change.Name);
            name.En.ShouldNotBe(change.Name);
        }
    }

    /// <summary>Without anything, so that every figure of another differs from it.</summary>
    private static Statement Bare(Statement statement) => statement with
    {
        Agency = new("–", "–", "–", true),
        Figures = new StatementFigures
        {
            Sent = new(-1, -1, -1, -1), Received = -1, Returned = -1, ReturnedToSender = -1, LateSent = -1, UrgentLateSent = -1, OpenRequests = -1, RequestsToAnswer = -1, WithoutSignature = -1,
            PaperAlsoSent = -1,
        },
    };
}
