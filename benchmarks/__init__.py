"""What performance claims are measured with; see CONTRIBUTING."""
