using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Agency.Adapter.Tests.AgencySystem;
using Axis.TestKit;

namespace Agency.Adapter.Tests.Rest;

public class OpenApiTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly string Approved = SourceTree.At("docs", "adapter", "openapi.json");

    /// <summary><c>AXIS_APPROVE=1</c> writes the approved file anew; review the diff.</summary>
    [Fact]
    public async Task Is_what_was_approved()
    {
        var now = (await ReadAsync()).ToJsonString(Indented).ReplaceLineEndings("\n") + "\n";
        if (Environment.GetEnvironmentVariable("AXIS_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(Approved)!);
            await File.WriteAllTextAsync(Approved, now, TestContext.Current.CancellationToken);
        }

        (await File.ReadAllTextAsync(Approved, TestContext.Current.CancellationToken)).ReplaceLineEndings("\n").ShouldBe(now);
    }

    [Fact]
    public async Task Holds_every_route_with_a_summary_and_the_key_but_for_health()
    {
        var paths = (await ReadAsync())["paths"]!.AsObject();
        var operations = paths.SelectMany(path => path.Value!.AsObject().Select(operation => (Name: $"{operation.Key.ToUpperInvariant()} {path.Key}", operation.Value)))
            .ToDictionary(pair => pair.Name, pair => pair.Value!);

        operations.Keys.Order(StringComparer.Ordinal).ShouldBe(
        [
            "GET /v1/agencies", "GET /v1/alerts", "GET /v1/health", "GET /v1/inbox", "GET /v1/inbox/{deliveryId}", "GET /v1/inbox/{deliveryId}/attachments/{number}",
            "GET /v1/inbox/{deliveryId}/package", "GET /v1/items", "GET /v1/outages", "GET /v1/packages", "GET /v1/packages/{submissionId}", "GET /v1/reconciliations", "GET /v1/statements", "GET /v1/statements/{day}.{format}", "POST /v1/inbox/{deliveryId}/acknowledge",
            "POST /v1/inbox/{deliveryId}/answer", "POST /v1/items/{id}/acts", "POST /v1/outages", "POST /v1/outages/{id}/end", "POST /v1/packages", "POST /v1/packages/check", "POST /v1/packages/{submissionId}/close",
            "POST /v1/packages/{submissionId}/recall", "POST /v1/packages/{submissionId}/replace", "POST /v1/packages/{submissionId}/resend",
            "POST /v1/packages/{submissionId}/take-back", "POST /v1/packages/{submissionId}/update", "POST /v1/reconciliations/differences/{id}/close", "POST /v1/reconciliations/{day}", "POST /v1/statuses",
        ]);
        operations.Where(operation => operation.Value["summary"] is null).ShouldBeEmpty();
        operations.Where(operation => operation.Value["security"] is null).Select(operation => operation.Key).ShouldBe(["GET /v1/health"]);
    }

    private static async Task<JsonNode> ReadAsync()
    {
        await using var rig = await AdapterRig.StartAsync();
        using var http = rig.Client(null);
        return await http.ReadAsync("openapi/v1.json");
    }
}
