using Agency.Adapter;
using Axis.Simulator.Nation;

namespace Axis.TestKit.Processes;

/// <summary>An adapter's process with its plan and settings.</summary>
internal sealed record ProcessAdapter(AdapterPlan Plan, AdapterOptions Options, ProductProcess Process);
