import './runtime'
import 'expo-router/entry'
