using System.Text.Json;
using System.Text.Json.Serialization;

namespace Axis.Contracts.Wire;

/// <summary>Lists without nulls: the library checks a member for null, but not the items of a list.</summary>
internal sealed class WireListConverter : JsonConverterFactory
{
    public override bool CanConvert(Type typeToConvert) =>
        typeToConvert.IsGenericType && typeToConvert.GetGenericTypeDefinition() == typeof(IReadOnlyList<>)
        && !typeToConvert.GenericTypeArguments[0].IsValueType;

    public override JsonConverter CreateConverter(Type typeToConvert, JsonSerializerOptions options) =>
        (JsonConverter)Activator.CreateInstance(typeof(Lists<>).MakeGenericType(typeToConvert.GenericTypeArguments))!;

    private sealed class Lists<T> : JsonConverter<IReadOnlyList<T>> where T : class
    {
        public override IReadOnlyList<T> Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options)
        {
            var items = JsonSerializer.Deserialize<List<T>>(ref reader, options)!;
            return items.Contains(null!) ? throw new JsonException("A list holds null.") : items;
        }

        public override void Write(Utf8JsonWriter writer, IReadOnlyList<T> value, JsonSerializerOptions options) =>
            JsonSerializer.Serialize(writer, value as List<T> ?? [.. value], options);
    }
}
