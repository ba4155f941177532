using System.Text.Json.Nodes;
using Axis.Contracts.Statements;
using Axis.Contracts.Tests;
using Json.Schema;

namespace Axis.Hub.Tests.Statements.Render;

public sealed class StatementSchemaTests
{
    [Fact]
    public void The_published_schema_is_that_of_the_contract() => Approved.Matches("docs/statement.schema.json", StatementSchema.Write());

    [Fact]
    public void Every_statement_conforms_to_it()
    {
        foreach (var statement in new[] { SampleStatement.Busy(), SampleStatement.Zero(), SampleStatement.Wrong(), SampleStatement.Corrected(), SampleStatement.Huge(3) })
        {
            Conforms(Json(statement)).ShouldBeTrue();
        }
    }

    [Fact]
    public void A_statement_without_a_stock_with_a_word_for_a_number_or_an_unknown_kind_of_line_does_not()
    {
        var (without, worded, unknown) = (Json(SampleStatement.Busy()), Json(SampleStatement.Busy()), Json(SampleStatement.Busy()));
        without["figures"]!.AsObject().Remove("backlog").ShouldBeTrue();
        worded["rollup"]!["total"]!["received"] = "331";
        unknown["items"]!["backlog"]![0]!["kind"] = "Delivery";

        new[] { without, worded, unknown }.ShouldAllBe(content => !Conforms(content));
    }

    [Fact]
    public void A_list_that_may_be_absent_is_held_to_its_form_where_it_is_there()
    {
        var (said, late) = (Json(SampleStatement.Busy()), Json(SampleStatement.Corrected()));
        said["items"]!["receiveErrors"]![0]!["acts"]![0]!["kind"] = "sworn";
        late["changes"]!["late"]![0]!.AsObject().Remove("whatVi").ShouldBeTrue();

        new[] { said, late }.ShouldAllBe(content => !Conforms(content));
    }

    private static JsonNode Json(Statement statement) => JsonNode.Parse(StatementJson.Write(statement))!;

    private static bool Conforms(JsonNode content) => JsonSchema.FromText(StatementSchema.Write()).Evaluate(content).IsValid;
}
