using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Axis.Contracts.Wire;
using FsCheck;
using FsCheck.Fluent;

namespace Axis.Contracts.Tests.Wire;

public class WireReadingTests
{
    private const string Item = """{"deliveryId":"01937c2e-8a41-7c11-b7de-0242ac120002","attempt":1,"kind":"done","at":"2026-03-02T01:15:30Z"}""";
    private const string Body = $$"""{"spoolId":"01937b00-0000-7c11-b7de-0242ac120002","items":[{{Item}}]}""";

    [Fact]
    public void Reads_what_is_complete() => Read(Body).Items.ShouldHaveSingleItem().Kind.ShouldBe(AcknowledgeKind.Done);

    [Theory]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("null")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("\"\"")]
    [InlineData("1")]
    [InlineData("{")]
    [InlineData("\u0000")]
    public void Refuses_what_is_no_message(string body) => Refused(body);

    [Theory]
    [InlineData("items")]
    [InlineData("spoolId")]
    public void Refuses_a_message_without_a_required_member(string member) =>
        Refused(Without(Body, member).ToJsonString());

    [Theory]
    [InlineData("deliveryId")]
    [InlineData("attempt")]
    [InlineData("kind")]
    [InlineData("at")]
    public void Refuses_a_line_without_a_required_member(string member) =>
        Refused($$"""{"spoolId":"01937b00-0000-7c11-b7de-0242ac120002","items":[{{Without(Item, member).ToJsonString()}}]}""");

    [Fact]
    public void Refuses_a_null_list() => Refused("""{"spoolId":"01937b00-0000-7c11-b7de-0242ac120002","items":null}""");

    [Fact]
    public void Refuses_a_null_line() => Refused("""{"spoolId":"01937b00-0000-7c11-b7de-0242ac120002","items":[null]}""");

    [Theory]
    [InlineData("\"lost\"")]
    [InlineData("\"Done\"")]
    [InlineData("\"DONE\"")]
    [InlineData("\"done,fail\"")]
    [InlineData("\"\"")]
    [InlineData("1")]
    [InlineData("null")]
    public void Refuses_an_unknown_word(string word) => Refused(Body.Replace("\"done\"", word, StringComparison.Ordinal));

    [Fact]
    public void Refuses_a_number_written_as_text() => Refused(Body.Replace("\"attempt\":1", "\"attempt\":\"1\"", StringComparison.Ordinal));

    [Fact]
    public void Refuses_a_doubled_member() => Refused(Body.Replace("\"attempt\":1", "\"attempt\":1,\"attempt\":2", StringComparison.Ordinal));

    [Fact]
    public void Refuses_a_member_in_another_case() => Refused(Body.Replace("\"attempt\"", "\"Attempt\"", StringComparison.Ordinal));

    [Fact]
    public void Refuses_anything_behind_the_message() => Refused(Body + Body);

    [Fact]
    public void Tolerates_members_that_it_does_not_know() =>
        Read(Body.Replace("\"attempt\":1", "\"attempt\":1,\"later\":{\"a\":[1,null]}", StringComparison.Ordinal)).Items.Count.ShouldBe(1);

    [Fact]
    public void Leaves_absent_values_out() =>
        Encoding.UTF8.GetString(WireJson.Write(new CancelBody(Guid.Empty, 1))).ShouldBe("""{"deliveryId":"00000000-0000-0000-0000-000000000000","attempt":1}""");

    [Fact]
    public void Writes_Vietnamese_as_it_is() =>
        Encoding.UTF8.GetString(WireJson.Write(new TraceEntry("Trục liên thông", DateTimeOffset.UnixEpoch))).ShouldContain("Trục liên thông");

    /// <summary>Any one byte changed, put in or taken out ends in a message or in a JsonException, never in anything else.</summary>
    [Fact]
    public void Ends_in_a_message_or_a_refusal_whatever_byte_is_broken()
    {
        foreach (var sample in WireSample.All)
        {
            var bytes = JsonSerializer.SerializeToUtf8Bytes(sample.Body ?? sample.Message, sample.PayloadType, WireJson.Options);
            Prop.ForAll(
                Gen.Choose(0, bytes.Length - 1).ToArbitrary(), Gen.Choose(0, 255).ToArbitrary(), Gen.Choose(0, 2).ToArbitrary(),
                (index, value, how) => EndsWell(sample.PayloadType, how switch
                {
                    0 => [.. bytes[..index], (byte)value, .. bytes[(index + 1)..]],
                    1 => [.. bytes[..index], (byte)value, .. bytes[index..]],
                    _ => bytes[..index],
                })).Check(Config.QuickThrowOnFailure.WithMaxTest(300).WithQuietOnSuccess(true));
        }
    }

    private static bool EndsWell(Type type, byte[] bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, type, WireJson.Options) is not null;
        }
        catch (JsonException)
        {
            return true;
        }
    }

    private static AcknowledgeBody Read(string body) => WireJson.Read<AcknowledgeBody>(Encoding.UTF8.GetBytes(body));

    private static void Refused(string body) => Should.Throw<JsonException>(() => Read(body));

    private static JsonObject Without(string json, string member)
    {
        var node = JsonNode.Parse(json)!.AsObject();
        node.Remove(member).ShouldBeTrue();
        return node;
    }
}
