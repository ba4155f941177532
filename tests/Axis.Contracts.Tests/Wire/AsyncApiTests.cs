using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Axis.Contracts.Errors;
using Axis.Contracts.Wire;

namespace Axis.Contracts.Tests.Wire;

/// <summary>Holds docs/wire/asyncapi.yaml to the code: names, members, required members, types and words.</summary>
public class AsyncApiTests
{
    private static readonly AsyncApiDocument Document = AsyncApiDocument.Load();

    /// <summary>Every type that appears in a message, found from the messages themselves.</summary>
    private static readonly Type[] WireTypes =
    [
        .. typeof(WireNames).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(WireNames).Namespace && (type.IsEnum || Constructor(type) is not null))
            .Append(typeof(Finding)).Append(typeof(Severity)),
    ];

    public static TheoryData<string> Records => [.. WireTypes.Where(type => !type.IsEnum).Select(type => type.Name)];

    public static TheoryData<string> Enums => [.. WireTypes.Where(type => type.IsEnum).Select(type => type.Name)];

    [Theory, MemberData(nameof(Records))]
    public void A_record_has_the_members_of_its_schema(string name)
    {
        var parameters = Constructor(WireTypes.Single(type => type.Name == name))!.GetParameters();
        var schema = Document.Schemas[name].ShouldNotBeNull($"no schema {name}");
        schema["properties"]!.AsObject().Select(member => member.Key).Order()
            .ShouldBe(parameters.Select(Name).Order());
        schema["required"]!.AsArray().Select(member => member!.GetValue<string>()).Order()
            .ShouldBe(parameters.Where(parameter => !parameter.HasDefaultValue).Select(Name).Order());
        foreach (var parameter in parameters)
        {
            Describe(schema["properties"]![Name(parameter)]!).ShouldBe(Describe(parameter.ParameterType), $"{name}.{Name(parameter)}");
        }
    }

    [Theory, MemberData(nameof(Enums))]
    public void An_enum_has_the_words_of_its_schema(string name)
    {
        var type = WireTypes.Single(type => type.Name == name);
        Document.Schemas[name].ShouldNotBeNull($"no schema {name}")["enum"]!.AsArray().Select(word => word!.GetValue<string>())
            .ShouldBe(Enum.GetNames(type).Select(JsonNamingPolicy.CamelCase.ConvertName));
    }

    [Fact]
    public void Every_schema_is_a_type_or_the_headers_of_a_message() =>
        Document.Schemas.Select(schema => schema.Key).Order(StringComparer.Ordinal).ShouldBe(
            WireTypes.Select(type => type.Name)
                .Concat(Document.Messages.Select(message => message.Key + "Headers"))
                .Order(StringComparer.Ordinal));

    [Fact]
    public void Every_message_names_its_kind_version_and_headers()
    {
        foreach (var (kind, message) in Document.Messages)
        {
            message!["name"]!.GetValue<string>().ShouldBe(kind);
            var headers = Document.Schemas[AsyncApiDocument.NameOf(message["headers"])!]!;
            headers["required"]!.AsArray().Select(name => name!.GetValue<string>()).ShouldBe([WireNames.VersionHeader, WireNames.KindHeader]);
            headers["properties"]![WireNames.VersionHeader]!["const"]!.GetValue<string>()
                .ShouldBe(WireNames.Version.ToString(System.Globalization.CultureInfo.InvariantCulture));
            headers["properties"]![WireNames.KindHeader]!["const"]!.GetValue<string>().ShouldBe(kind);
        }

        Document.Root["defaultContentType"]!.GetValue<string>().ShouldBe(WireNames.ContentType);
    }

    [Fact]
    public void Every_channel_is_a_name_of_the_code_with_its_messages()
    {
        const string parameter = "{adapter}";
        string[] fromAdapter = [WireNames.Submit, WireNames.Acknowledge, WireNames.Heartbeat];
        string[] toAdapter = [WireNames.Deliver, WireNames.Receipts, WireNames.States, WireNames.Cancel, WireNames.Query, WireNames.Mark, WireNames.Alerts];
        Document.Channels.Select(channel => Line(
                channel.Value!["address"]!.GetValue<string>(),
                channel.Value!["messages"]!.AsObject().Select(message => message.Key)))
            .ShouldBe(
            [
                Line(WireNames.InboundExchange(parameter), fromAdapter),
                Line(WireNames.OutboundQueue(parameter), toAdapter),
                Line(WireNames.SubmitQueue, [WireNames.Submit]),
                Line(WireNames.AcknowledgeQueue, [WireNames.Acknowledge]),
                Line(WireNames.HeartbeatQueue, [WireNames.Heartbeat]),
                Line(WireNames.OutboundDeadQueue, toAdapter),
            ]);
        Document.Messages.Select(message => message.Key).Order().ShouldBe(fromAdapter.Concat(toAdapter).Order());
        Document.Channels["inbound"]!["bindings"]!["amqp"]!["exchange"]!["name"]!.GetValue<string>().ShouldBe(WireNames.InboundExchange(parameter));
        Document.Channels["outbound"]!["bindings"]!["amqp"]!["queue"]!["name"]!.GetValue<string>().ShouldBe(WireNames.OutboundQueue(parameter));
        foreach (var queue in new[] { WireNames.SubmitQueue, WireNames.AcknowledgeQueue, WireNames.HeartbeatQueue })
        {
            Document.Root.ToJsonString().ShouldContain(WireNames.DeadQueue(queue));
        }
    }

    [Fact]
    public void Every_list_of_a_message_has_the_limit_of_the_code()
    {
        foreach (var name in new[] { nameof(ReceiptsBody), nameof(AcknowledgeBody), nameof(QueryMessage), nameof(StatesMessage), nameof(AlertsBody) })
        {
            var items = Document.Schemas[name]!["properties"]!["items"]!;
            items["minItems"]!.GetValue<int>().ShouldBe(1);
            items["maxItems"]!.GetValue<int>().ShouldBe(WireNames.MaxItems);
        }
    }

    [Fact]
    public void Every_reference_inside_the_document_leads_somewhere() => References(Document.Root)
        .Where(reference => Find(reference) is null)
        .ShouldBeEmpty();

    [Fact]
    public void The_adapter_sends_to_its_exchange_and_receives_from_its_queue()
    {
        foreach (var (_, operation) in Document.Root["operations"]!.AsObject())
        {
            var channel = operation!["channel"]!["$ref"]!.GetValue<string>();
            channel.ShouldBe(operation["action"]!.GetValue<string>() == "send" ? "#/channels/inbound" : "#/channels/outbound");
            operation["messages"]!.AsArray().Select(message => message!["$ref"]!.GetValue<string>()).ShouldAllBe(message => message.StartsWith(channel));
        }
    }

    private static string Line(string address, IEnumerable<string> messages) => $"{address}: {string.Join(' ', messages)}";

    private static ConstructorInfo? Constructor(Type type) =>
        type is { IsClass: true, IsAbstract: false } ? type.GetConstructors().SingleOrDefault(constructor => constructor.GetParameters().Length > 0) : null;

    private static string Name(ParameterInfo parameter) => JsonNamingPolicy.CamelCase.ConvertName(parameter.Name!);

    private static string Describe(Type type)
    {
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type switch
        {
            _ when type == typeof(string) => "string",
            _ when type == typeof(Guid) => "string uuid",
            _ when type == typeof(DateTimeOffset) => "string date-time",
            _ when type == typeof(byte[]) => "string base64",
            _ when type == typeof(bool) => "boolean",
            _ when type == typeof(int) => "integer int32",
            _ when type == typeof(long) => "integer int64",
            { IsGenericType: true } => "array of " + Describe(type.GenericTypeArguments[0]),
            _ => "ref " + type.Name,
        };
    }

    private static string Describe(JsonNode schema)
    {
        if (AsyncApiDocument.NameOf(schema) is { } name)
        {
            return "ref " + name;
        }

        var type = schema["type"]!.GetValue<string>();
        return type == "array"
            ? "array of " + Describe(schema["items"]!)
            : string.Join(' ', new[] { type, (schema["format"] ?? schema["contentEncoding"])?.GetValue<string>() }.OfType<string>());
    }

    private static IEnumerable<string> References(JsonNode? node) => node switch
    {
        JsonObject map => map.SelectMany(pair => pair.Key == "$ref" ? [pair.Value!.GetValue<string>()] : References(pair.Value)),
        JsonArray list => list.SelectMany(References),
        _ => [],
    };

    private static JsonNode? Find(string reference) => reference.TrimStart('#', '/').Split('/')
        .Aggregate((JsonNode?)Document.Root, (node, step) => (node as JsonObject)?[step] is { } next && AsReference(next) is { } target ? Find(target) : (node as JsonObject)?[step]);

    private static string? AsReference(JsonNode node) => (node as JsonObject)?["$ref"]?.GetValue<string>();
}
