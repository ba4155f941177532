using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Axis.Contracts.Wire;

namespace Axis.Contracts.Tests.Wire;

public class WireSampleTests
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly AsyncApiDocument Document = AsyncApiDocument.Load();

    public static TheoryData<string> Names => [.. WireSample.All.Select(sample => sample.Name)];

    [Theory, MemberData(nameof(Names))]
    public void Is_written_as_its_approved_sample(string name)
    {
        var sample = Find(name);
        Approved.Matches($"docs/wire/samples/{name}.json", Json(sample.Message).ToJsonString(Indented));
        if (sample.Body is { } body)
        {
            Approved.Matches($"docs/wire/samples/{name}.body.json", Json(body).ToJsonString(Indented));
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Keeps_to_the_published_schema(string name)
    {
        var sample = Find(name);
        var message = Document.Messages[sample.Kind]!;
        Document.Faults(AsyncApiDocument.NameOf(message["payload"])!, Json(sample.Message)).ShouldBeEmpty();
        (sample.Body is null).ShouldBe(message["x-sealed-body"] is null);
        if (sample.Body is { } body)
        {
            Document.Faults(AsyncApiDocument.NameOf(message["x-sealed-body"])!, Json(body)).ShouldBeEmpty();
        }
    }

    [Theory, MemberData(nameof(Names))]
    public void Is_read_back_to_the_same_bytes(string name)
    {
        var sample = Find(name);
        foreach (var part in new[] { sample.Message, sample.Body }.OfType<object>())
        {
            var bytes = Bytes(part);
            var read = JsonSerializer.Deserialize(bytes, part.GetType(), WireJson.Options).ShouldNotBeNull();
            read.ShouldBeOfType(part.GetType());
            Bytes(read).ShouldBe(bytes);
        }
    }

    [Fact]
    public void Every_message_kind_has_a_sample() =>
        WireSample.All.Select(sample => sample.Kind).Distinct().Order().ShouldBe(Document.Messages.Select(message => message.Key).Order());

    [Theory]
    [InlineData("/submissionId", "\"no uuid\"")]
    [InlineData("/try", "0")]
    [InlineData("/seal", null)]
    [InlineData("/package", null)]
    public void The_schema_refuses_a_broken_submission(string path, string? value)
    {
        var json = Json(Find("submit").Message).AsObject();
        json.Remove(path[1..]);
        if (value is not null)
        {
            json[path[1..]] = JsonNode.Parse(value);
        }

        Document.Faults(nameof(SubmitMessage), json).ShouldNotBeEmpty();
    }

    private static WireSample Find(string name) => WireSample.All.Single(sample => sample.Name == name);

    private static byte[] Bytes(object message) => JsonSerializer.SerializeToUtf8Bytes(message, message.GetType(), WireJson.Options);

    private static JsonNode Json(object message) => JsonNode.Parse(Bytes(message))!;
}
